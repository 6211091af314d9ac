/** Types in parameter attributes: `byval(%struct.s)`, `sret(%struct.s)`, `preallocated`, `inalloca`, `elementtype`. */
import type { Module, Type } from '../ir/index.js';
import type { Shapes } from './algebra.js';
import { declaredObject } from './ir-shapes.js';
import type { Shape } from './shape.js';

/** What the attributes say about a pointer. Only types by name and plain scalars are read. */
export function declaredByAttributes(words: readonly string[], module: Module, shapes: Shapes): Shape {
  for (const word of words) {
    const text = /^(?:byval|sret|byref|inalloca|preallocated)\((.*)\)$/.exec(word)?.[1];
    const type = text === undefined ? undefined : typeNamed(text, module);
    if (type) return shapes.pointerTo(declaredObject(type, 1, shapes, module.layout));
  }
  return shapes.empty;
}

function typeNamed(text: string, module: Module): Type | undefined {
  const name = /^%(?:"([^"\\]*)"|([-a-zA-Z$._0-9]+))$/.exec(text);
  return name ? module.structs.get(name[1] ?? name[2] ?? '') : undefined;
}
