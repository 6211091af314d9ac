/** Named struct types of several modules: one type where name and body agree, a new name where only the name does. */
import { type Module } from './module.js';
import { ArrayType, FunctionType, StructType, type Type, VectorType } from './types.js';
import { scanTokens } from './verify-tokens.js';

/** For each module, what its named structs became in `target`. */
export function shareStructs(target: Module, modules: readonly Module[]): Map<string, StructType>[] {
  const maps: Map<string, StructType>[] = [];
  for (const module of modules) {
    const conflicts = conflictingNames(target, module);
    const map = new Map<string, StructType>();
    const toDefine: StructType[] = [];
    for (const [name, source] of module.structs) {
      const known = conflicts.has(name) ? undefined : target.structs.get(name);
      const struct = known ?? new StructType(undefined, false, conflicts.has(name) ? freshStructName(target, module, name) : name);
      if (!known) target.structs.set(struct.name ?? name, struct);
      map.set(name, struct);
      if (struct.isOpaque && !source.isOpaque) toDefine.push(source);
    }
    for (const source of toDefine) {
      map.get(source.name ?? '')?.define(source.fields.map((field) => mapType(field, map)), source.packed);
    }
    maps.push(map);
  }
  return maps;
}

/** The type with named structs replaced. Types without them are the same object. */
export function mapType(type: Type, structs: ReadonlyMap<string, StructType>): Type {
  switch (type.kind) {
    case 'struct':
      if (type.name !== undefined) return structs.get(type.name) ?? type;
      return type.text.includes('%') ? new StructType(type.fields.map((field) => mapType(field, structs)), type.packed) : type;
    case 'array': return type.text.includes('%') ? new ArrayType(mapType(type.element, structs), type.length) : type;
    case 'vector': return type.text.includes('%') ? new VectorType(mapType(type.element, structs), type.length, type.scalable) : type;
    case 'function': return type.text.includes('%') ? mapFunctionType(type, structs) : type;
    default: return type;
  }
}

export function mapFunctionType(type: FunctionType, structs: ReadonlyMap<string, StructType>): FunctionType {
  return new FunctionType(mapType(type.result, structs), type.parameters.map((p) => mapType(p, structs)), type.isVariadic);
}

/**
 * Names that mean different things in both. Assume that equal bodies agree, then take back, until nothing changes, those
 * whose body mentions a name that does not.
 */
function conflictingNames(target: Module, module: Module): Set<string> {
  const conflicts = new Set<string>();
  const mentions = new Map<string, string[]>();
  for (const [name, struct] of module.structs) {
    const known = target.structs.get(name);
    if (!known || known.isOpaque || struct.isOpaque) continue;
    if (known.bodyText !== struct.bodyText) conflicts.add(name);
    else mentions.set(name, scanTokens(struct.bodyText).filter((token) => token.sigil === '%').map((token) => token.name));
  }
  for (let before = -1; before !== conflicts.size;) {
    before = conflicts.size;
    for (const [name, others] of mentions) if (others.some((other) => conflicts.has(other))) conflicts.add(name);
  }
  return conflicts;
}

function freshStructName(target: Module, module: Module, base: string): string {
  const stem = /^\d+$/.test(base) ? `unnamed.${base}` : base; // a numbered type has no name of its own
  let name = stem;
  for (let i = 1; target.structs.has(name) || module.structs.has(name); i++) name = `${stem}.${i}`;
  return name;
}
