/**
 * What memory a call may touch: from its attributes and its callee's (`memory(...)` of LLVM 16 and later, `readonly`,
 * `argmemonly` and the like before), and from tables of intrinsics and C library functions that may come without them.
 */
import { type AnyCall, type Value, attributeName, isPointerOrPointerVector } from '../ir/index.js';
import { isMathFunction, knownEffects } from './library-effects.js';

export interface Access { readonly reads: boolean; readonly writes: boolean }

/** By location: what the arguments point to, what no code of the module can see, `errno`, and all the rest. */
export interface MemoryEffects {
  readonly argument: Access;
  readonly inaccessible: Access;
  readonly errno: Access;
  readonly other: Access;
  /** Anywhere. */
  readonly reads: boolean;
  readonly writes: boolean;
  /** Whether memory of the module is touched through pointer arguments only. */
  readonly argumentMemoryOnly: boolean;
}

export function memoryEffects(call: AnyCall): MemoryEffects {
  const callee = call.calledFunction;
  const name = callee?.name ?? '';
  const module = call.block?.parent.module ?? callee?.module;
  const words = (list: readonly string[]): readonly string[] => module?.expandAttributes(list) ?? list;
  const facts = [effectsOfAttributes(words(call.functionAttributes))];
  if (callee && !hasUnknownBundle(call)) {
    facts.push(effectsOfAttributes(words(callee.attributes)));
    if (callee.isDeclaration || name.startsWith('llvm.')) {
      const known = knownEffects(name) ?? (isMathFunction(name) ? mathEffects(call) : undefined);
      if (known) facts.push(effectsOfAttributes([known]));
    }
  }
  return summarize(facts.reduce(both));
}

/** What the call may do to the memory behind one of its pointer arguments. */
export function argumentAccess(call: AnyCall, index: number, effects = memoryEffects(call)): Access {
  const attributes = argumentAttributeNames(call, index);
  if (attributes.has('readnone') || attributes.has('byval')) return { reads: attributes.has('byval'), writes: false };
  const { argument, other } = effects;
  const reads = (argument.reads || other.reads) && !attributes.has('writeonly');
  const writes = (argument.writes || other.writes) && !attributes.has('readonly') && !onlyReadsArgument(call, index);
  return { reads, writes };
}

/** Attribute words of an argument, of the call and of the callee's parameter. */
export function argumentAttributes(call: AnyCall, index: number): string[] {
  return [...(call.argumentAttributes[index] ?? []), ...(call.calledFunction?.args[index]?.attributes ?? [])];
}

export function argumentAttributeNames(call: AnyCall, index: number): Set<string> {
  return new Set(argumentAttributes(call, index).map(attributeName));
}

type Locations = Pick<MemoryEffects, 'argument' | 'inaccessible' | 'errno' | 'other'>;

const none: Access = { reads: false, writes: false };
const read: Access = { reads: true, writes: false };
const write: Access = { reads: false, writes: true };
const readWrite: Access = { reads: true, writes: true };
const accesses: Readonly<Record<string, Access>> = { none, read, write, readwrite: readWrite };

function everywhere(access: Access): Locations { return { argument: access, inaccessible: access, errno: access, other: access }; }

/** All the facts hold, so what one of them excludes is excluded. */
function both(a: Locations, b: Locations): Locations {
  const meet = (x: Access, y: Access): Access => ({ reads: x.reads && y.reads, writes: x.writes && y.writes });
  return {
    argument: meet(a.argument, b.argument), inaccessible: meet(a.inaccessible, b.inaccessible),
    errno: meet(a.errno, b.errno), other: meet(a.other, b.other),
  };
}

function summarize(at: Locations): MemoryEffects {
  const all = [at.argument, at.inaccessible, at.errno, at.other];
  return {
    ...at, reads: all.some((a) => a.reads), writes: all.some((a) => a.writes),
    argumentMemoryOnly: !at.other.reads && !at.other.writes,
  };
}

/** Exported for tests: the effects that a list of function attributes allows. */
export function effectsOfAttributes(words: readonly string[]): Locations {
  return words.map(effectsOfWord).reduce(both, everywhere(readWrite));
}

function effectsOfWord(word: string): Locations {
  switch (attributeName(word)) {
    case 'readnone': return everywhere(none);
    case 'readonly': return everywhere(read);
    case 'writeonly': return everywhere(write);
    case 'argmemonly': return { ...everywhere(none), argument: readWrite };
    case 'inaccessiblememonly': return { ...everywhere(none), inaccessible: readWrite };
    case 'inaccessiblemem_or_argmemonly': return { ...everywhere(none), argument: readWrite, inaccessible: readWrite };
    case 'memory': return memoryAttribute(word);
    default: return everywhere(readWrite);
  }
}

/** `memory(read)`, `memory(argmem: readwrite, inaccessiblemem: none)`, `memory(write, argmem: none)`. */
function memoryAttribute(word: string): Locations {
  const parts = (/\(([^)]*)\)/.exec(word)?.[1] ?? 'readwrite').split(',').map((part) => part.split(':').map((each) => each.trim()));
  const given = new Map(parts.filter((part) => part.length === 2).map(([location = '', access = '']) => [location, accesses[access] ?? readWrite]));
  const [unnamed] = parts.find((part) => part.length === 1) ?? [];
  const rest = unnamed === undefined ? none : accesses[unnamed] ?? readWrite;
  const known = new Set(['argmem', 'inaccessiblemem', 'errnomem']);
  const unknown = [...given].filter(([location]) => !known.has(location)).map(([, access]) => access);
  return {
    argument: given.get('argmem') ?? rest,
    inaccessible: given.get('inaccessiblemem') ?? rest,
    errno: given.get('errnomem') ?? rest,
    // Locations of newer LLVMs count as "the rest".
    other: unknown.reduce((a, b) => ({ reads: a.reads || b.reads, writes: a.writes || b.writes }), rest),
  };
}

/** A mathematical function may set `errno`, and writes through its pointers (`frexp`, `sincos`). */
function mathEffects(call: AnyCall): string {
  const hasPointers = call.functionType.parameters.some(isPointerOrPointerVector);
  return hasPointers ? 'memory(argmem: readwrite, errnomem: write)' : 'memory(errnomem: write)';
}

/** Bundles may read or write for themselves, except those that only describe. */
function hasUnknownBundle(call: AnyCall): boolean {
  const harmless = new Set(['funclet', 'kcfi', 'ptrauth', 'convergencectrl', 'align', 'nonnull', 'dereferenceable', 'noundef', 'separate_storage']);
  return call.bundles.some((bundle) => !harmless.has(bundle.tag));
}

/** The sources of memory copies, whose declarations may lack `readonly`. */
function onlyReadsArgument(call: AnyCall, index: number): boolean {
  return index === 1 && /^(llvm\.(memcpy|memmove)\.|(memcpy|memmove)$)/.test(call.calledFunction?.name ?? '');
}

/** Whether the pointer itself may be kept or passed on by the callee, other than by returning it. */
export function mayCaptureArgument(call: AnyCall, index: number): boolean {
  if (index >= call.args.length) return call.callee !== call.operand(index) && hasUnknownBundle(call);
  for (const word of argumentAttributes(call, index)) {
    const name = attributeName(word);
    if (name === 'nocapture' || name === 'byval') return false;
    // Knowing an address, or only that it is null, gives no access; what `ret:` allows, `mayReturnArgument` tells.
    if (name === 'captures' && !/provenance/.test(word.replace(/ret:[^,)]*(,\s*(read_)?provenance)*/, ''))) return false;
  }
  return !/^(llvm\.(mem|lifetime|dbg|assume|invariant|prefetch)|(free|memcpy|memmove|memset|_ZdlPv|_ZdaPv|__dynamic_cast)$|_ZdlPvm$|_ZdaPvm$)/.test(call.calledFunction?.name ?? '');
}

/** Whether the result may be the pointer argument: `returned`, `captures(ret: ...)`. */
export function mayReturnArgument(call: AnyCall, index: number): boolean {
  return argumentAttributes(call, index).some((word) => word === 'returned' || /^captures\(.*ret:.*provenance/.test(word))
    || argumentOfPassThrough(call) === call.args[index];
}

/** The argument that the call returns unchanged as far as aliasing goes. */
export function returnedArgument(call: AnyCall): Value | undefined {
  const index = call.args.findIndex((_, i) => argumentAttributeNames(call, i).has('returned'));
  return call.args[index] ?? argumentOfPassThrough(call);
}

/** Also one into whose object the result points, unless it is null. */
function argumentOfPassThrough(call: AnyCall): Value | undefined {
  const name = call.calledFunction?.name ?? '';
  if (name === '__ribozyme_search') return call.args[1];
  return /^(llvm\.((launder|strip)\.invariant\.group|ptrmask|threadlocal\.address|ptr\.annotation)\b|__dynamic_cast$)/.test(name) ? call.args[0] : undefined;
}
