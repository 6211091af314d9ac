/**
 * The pointers in the shadow of a global when a derivative begins: what the program put into the global before. One into
 * another global with a shadow becomes one into that shadow; any other is its own shadow, which says that the memory is
 * constant: the inputs of the derivative were not there yet when it was filled.
 */
import { Diagnostic } from '../diagnostics/index.js';
import { type Builder, type GlobalVariable, type Type, type Value, IntegerType, constantInt, i8, pointer } from '../ir/index.js';

interface Shadowed { readonly global: GlobalVariable; readonly shadow: GlobalVariable }

/** Each pointer is a few instructions; a table of more than this should not be a mutable global. */
const limit = 64;

export function seedPointers(build: Builder, global: GlobalVariable, shadow: GlobalVariable, shadowed: readonly Shadowed[]): void {
  const word = new IntegerType(build.module.layout.pointerSize() * 8);
  const offsets = pointerOffsets(build, global.valueType, 0);
  if (offsets.length > limit) {
    throw new Diagnostic('unsupportedFeature', {
      feature: 'a derivative through a large table of pointers', why: `\`${global.name}\` is a mutable global with ${offsets.length} pointers`,
      remedy: 'pass it as an argument with a shadow',
    });
  }
  for (const offset of offsets) {
    const at = (base: Value): Value => build.gep(i8, base, [constantInt(word, offset)], ['inbounds']);
    const found = build.load(pointer, at(global));
    build.store(shadowOf(build, found, shadowed, word), at(shadow));
  }
}

function shadowOf(build: Builder, found: Value, shadowed: readonly Shadowed[], word: IntegerType): Value {
  return shadowed.reduce((known: Value, { global, shadow }) => {
    const distance = build.binary('sub', build.cast('ptrtoint', found, word), build.cast('ptrtoint', global, word));
    const isInside = build.icmp('ult', distance, constantInt(word, build.module.layout.allocSize(global.valueType)));
    return build.select(isInside, build.gep(i8, shadow, [distance]), known);
  }, found);
}

function pointerOffsets(build: Builder, type: Type, base: number): number[] {
  const { layout } = build.module;
  switch (type.kind) {
    case 'pointer': return [base];
    case 'struct': return type.fields.flatMap((field, i) => pointerOffsets(build, field, base + layout.fieldOffset(type, i)));
    case 'array': {
      const first = pointerOffsets(build, type.element, base);
      const size = layout.allocSize(type.element);
      return first.length === 0 ? [] : Array.from({ length: Math.min(type.length, limit + 1) }, (_, i) => first.map((offset) => offset + i * size)).flat();
    }
    default: return [];
  }
}
