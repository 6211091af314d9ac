/**
 * What a function looks like to the programmer who wrote it: parameter names and C types, read from the debug info of
 * the module. The IR alone does not know names, signedness, or what a pointer points to.
 */
import { type MetadataNode, metadataNode } from '../analysis/metadata.js';
import { Diagnostic, type SourceLocation } from '../diagnostics/index.js';
import type { Function, Module } from '../ir/index.js';
import type { ScalarType } from './scalars.js';

export type ParameterType =
  | { readonly kind: 'scalar'; readonly scalar: ScalarType }
  | { readonly kind: 'pointer'; readonly element: ScalarType; readonly isConst: boolean };

export interface Parameter { readonly name: string; readonly type: ParameterType }

export interface Signature {
  /** The name in the source. */
  readonly name: string;
  /** The name in the module: mangled in C++. */
  readonly symbol: string;
  readonly parameters: readonly Parameter[];
  readonly result: ScalarType | 'void';
  readonly location: SourceLocation | undefined;
}

/** A function that JavaScript cannot call, and why. */
export interface Uncallable { readonly name: string; readonly symbol: string; readonly refusal: Diagnostic }

/**
 * The functions that a module offers to its users, in the order of the file: those with a body that other files could
 * call too, without `main`. Functions without debug info are not among them.
 */
export function exportedFunctions(module: Module): (Signature | Uncallable)[] {
  const found: (Signature | Uncallable)[] = [];
  for (const fn of module.functions.values()) {
    const program = metadataNode(module, fn.metadata.get('dbg'));
    if (fn.isDeclaration || !isVisible(fn) || program?.name !== 'DISubprogram') continue;
    const name = program.string('name') ?? fn.name;
    if (name === 'main') continue;
    found.push(signature(fn, name, program));
  }
  return found;
}

export function isCallable(fn: Signature | Uncallable): fn is Signature { return !('refusal' in fn); }

/** `double dot(const double *x, int n)`, as C would declare it. */
export function declaration(signature: Signature): string {
  const parameters = signature.parameters.map(({ name, type }) => {
    const text = type.kind === 'scalar' ? `${cName[type.scalar]} ` : `${type.isConst ? 'const ' : ''}${cName[type.element]} *`;
    return `${text}${name}`;
  });
  return `${signature.result === 'void' ? 'void' : cName[signature.result]} ${signature.name}(${parameters.join(', ')})`;
}

const cName: Readonly<Record<ScalarType, string>> = {
  bool: 'bool', int8: 'int8_t', uint8: 'uint8_t', int16: 'int16_t', uint16: 'uint16_t', int32: 'int', uint32: 'unsigned',
  int64: 'int64_t', uint64: 'uint64_t', float32: 'float', float64: 'double',
};

/** `linkonce` and `weak` copies of inline functions and templates belong to no file; internal ones have no name outside. */
function isVisible(fn: Function): boolean {
  return fn.words.linkage === '' || fn.words.linkage === 'external' || fn.words.linkage === 'dso_local';
}

function signature(fn: Function, name: string, program: MetadataNode): Signature | Uncallable {
  const symbol = fn.name;
  const file = program.node('file')?.string('filename');
  const location = file === undefined ? undefined : { file, line: program.integer('line') ?? 1, column: 1 };
  try {
    const [resultText = 'null', ...parameterTexts] = program.node('type')?.node('types')?.operands ?? [];
    const names = parameterNames(program);
    const refuse = (what: string): Diagnostic => refusal(name, what, location);
    const result = resultText === 'null' ? 'void' : resultType(metadataNode(program.module, resultText), refuse);
    const parameters = parameterTexts.map((text, index): Parameter => {
      const parameterName = names.get(index + 1) ?? `argument${index}`;
      const type = parameterType(metadataNode(program.module, text), (what) => refuse(`parameter \`${parameterName}\` is ${what}`));
      return { name: parameterName, type };
    });
    if (parameters.length !== fn.args.length) throw refuse('the compiler changed its parameters');
    return { name, symbol, parameters, result, location };
  } catch (error) {
    if (error instanceof Diagnostic) return { name, symbol, refusal: error };
    throw error;
  }
}

function refusal(name: string, what: string, location: SourceLocation | undefined): Diagnostic {
  return new Diagnostic('unsupportedFeature', {
    feature: `calling \`${name}\` from JavaScript`,
    why: what,
    remedy: 'write a function around it that takes numbers and pointers to numbers',
  }, { location });
}

/** The names of the parameters, by their position counted from 1. */
function parameterNames(program: MetadataNode): Map<number, string> {
  const names = new Map<number, string>();
  for (const variable of program.nodes('retainedNodes')) {
    const position = variable.integer('arg');
    const name = variable.string('name');
    if (variable.name === 'DILocalVariable' && position !== undefined && name !== undefined) names.set(position, name);
  }
  return names;
}

type Refuse = (what: string) => Diagnostic;

function resultType(type: MetadataNode | undefined, refuse: Refuse): ScalarType {
  const { node } = withoutNames(type);
  const scalar = node && scalarType(node);
  if (scalar === undefined) throw refuse(`its result is ${describe(node)}`);
  return scalar;
}

function parameterType(type: MetadataNode | undefined, refuse: Refuse): ParameterType {
  const { node } = withoutNames(type);
  const scalar = node && scalarType(node);
  if (scalar !== undefined) return { kind: 'scalar', scalar };
  if (node?.flags('flags').includes('DIFlagObjectPointer') || node?.flags('flags').includes('DIFlagArtificial')) throw refuse('the object of a method');
  if (node === undefined || !pointerTags.has(node.word('tag') ?? '')) throw refuse(describe(node));
  const pointee = withoutNames(node.node('baseType'), true);
  const element = pointee.node && scalarType(pointee.node);
  if (element === undefined) throw refuse(`a pointer to ${describe(pointee.node)}`);
  return { kind: 'pointer', element, isConst: pointee.isConst };
}

const pointerTags: ReadonlySet<string> = new Set(['DW_TAG_pointer_type', 'DW_TAG_reference_type', 'DW_TAG_rvalue_reference_type']);
const nameTags: ReadonlySet<string> = new Set([
  'DW_TAG_typedef', 'DW_TAG_const_type', 'DW_TAG_volatile_type', 'DW_TAG_restrict_type', 'DW_TAG_atomic_type',
]);

/** The type behind typedefs and qualifiers; behind array types too if `throughArrays`, as in `double (*m)[3]`. */
function withoutNames(type: MetadataNode | undefined, throughArrays = false): { node: MetadataNode | undefined; isConst: boolean } {
  let node = type;
  let isConst = false;
  for (;;) {
    const tag = node?.word('tag') ?? '';
    if (tag === 'DW_TAG_const_type') isConst = true;
    if (!nameTags.has(tag) && !(throughArrays && tag === 'DW_TAG_array_type')) return { node, isConst };
    node = node?.node('baseType');
  }
}

function scalarType(node: MetadataNode): ScalarType | undefined {
  const bits = node.integer('size');
  if (node.word('tag') === 'DW_TAG_enumeration_type') {
    const { node: base } = withoutNames(node.node('baseType'));
    return base ? scalarType(base) : 'int32';
  }
  if (node.name !== 'DIBasicType' || bits === undefined) return undefined;
  switch (node.word('encoding')) {
    case 'DW_ATE_boolean': return bits === 8 ? 'bool' : undefined;
    case 'DW_ATE_float': return bits === 32 ? 'float32' : bits === 64 ? 'float64' : undefined;
    case 'DW_ATE_signed': case 'DW_ATE_signed_char': return signedTypes.get(bits);
    case 'DW_ATE_unsigned': case 'DW_ATE_unsigned_char': case 'DW_ATE_UTF': return unsignedTypes.get(bits);
    default: return undefined;
  }
}

const signedTypes: ReadonlyMap<number, ScalarType> = new Map([[8, 'int8'], [16, 'int16'], [32, 'int32'], [64, 'int64']]);
const unsignedTypes: ReadonlyMap<number, ScalarType> = new Map([[8, 'uint8'], [16, 'uint16'], [32, 'uint32'], [64, 'uint64']]);

function describe(node: MetadataNode | undefined): string {
  if (!node) return '`void`';
  const name = node.string('name');
  switch (node.word('tag')) {
    case 'DW_TAG_structure_type': case 'DW_TAG_class_type': return name === undefined ? 'a struct' : `the struct \`${name}\``;
    case 'DW_TAG_union_type': return name === undefined ? 'a union' : `the union \`${name}\``;
    case 'DW_TAG_subroutine_type': return 'a function';
    case 'DW_TAG_pointer_type': case 'DW_TAG_reference_type': return 'a pointer';
    default: return node.name === 'DISubroutineType' ? 'a function' : `\`${name ?? node.word('tag') ?? node.name}\``;
  }
}
