/**
 * Numbers that the program reads from text: they depend on nothing, so their derivative is zero, unless the text was written from
 * active numbers, or a number is read over an active one, which stays if there is none in the text.
 */
import type { Activity } from '../activity/index.js';
import { functionLocation, rootAndOffset, underlyingObjects } from '../analysis/index.js';
import { type AnyCall, type Instruction, type Value, isCall } from '../ir/index.js';
import type { TypeInfo } from '../types/index.js';
import { treatmentOf } from './calls.js';
import type { Contexts } from './contexts.js';
import { refuse } from './refuse.js';

/** @throws Diagnostic at a call that may read back an active number, or put a number where there may be an active one. */
export function checkTextInput(differentiated: Contexts, everyCall: () => Contexts): void {
  let writing: ReadonlySet<Medium> | undefined;
  const written = (): ReadonlySet<Medium> => (writing ??= new Set(everyCall().all.flatMap(({ reached: { activity } }) => [...activity.fn.instructions()].flatMap((at) => mediumWritten(at, activity)))));
  for (const { source, reached: { activity, types } } of differentiated.all) {
    for (const call of activity.fn.instructions()) {
      const treatment = isCall(call) ? treatmentOf(call) : undefined;
      if (!isCall(call) || treatment?.kind !== 'inactive' || !treatment.readsNumbers) continue;
      const callee = call.calledFunction?.name ?? 'call';
      const isBack = written().has('memory') || (written().has('file') && /(^|_)v?f?scanf$|^_Z/.test(callee));
      const why = isBack ? 'it reads a number from text that was written from an active one'
        : outputsOf(call, callee).some((to) => mayReplace(to, activity, types)) ? 'it reads numbers into memory that may hold active ones' : undefined;
      if (why) throw refuse('missingDerivative', { callee, argument: '1', why }, call, [why]).within({ function: source.name, location: functionLocation(source) });
    }
  }
}

type Medium = 'memory' | 'file';

/** Where a call writes active numbers as text, if it does, unless that is where people read. */
function mediumWritten(at: Instruction, activity: Activity): Medium[] {
  const treatment = isCall(at) ? treatmentOf(at) : undefined;
  if (!isCall(at) || treatment?.kind !== 'inactive' || !at.args.some((arg) => activity.isActive(arg))) return [];
  const name = at.calledFunction?.name ?? '';
  if (at.args.some((arg) => arg.type.kind === 'pointer' && isTerminal(arg)) || /^(v?printf|__v?printf_chk|puts|perror|syslog)$/.test(name)) return [];
  return treatment.why === 'writes text to a stream' ? ['file'] : treatment.writes.length > 0 ? ['memory', 'file'] : [];
}

/** Streams of the terminal. */
function isTerminal(value: Value): boolean {
  return [...underlyingObjects(value)].every((object) => {
    const global = object.kind === 'load' ? object.address : object;
    return global.kind === 'global' && /^(stdout|stderr|__stdoutp|__stderrp|_ZSt4cout|_ZSt4cerr|_ZSt4clog|_ZNSt3__14cout.*|_ZNSt3__14cerr.*)$/.test(global.name);
  });
}

/** The arguments through which it gives what it reads: of the C library, those behind the format. */
function outputsOf(call: AnyCall, callee: string): readonly Value[] {
  if (/^(ato|strto)/.test(callee)) return [];
  const from = callee.startsWith('_Z') || /(^|_)v?scanf$/.test(callee) ? 1 : 2;
  const isNumber = numbersIn(call.args[from - 1], call);
  return call.args.slice(from).filter(({ type }, i) => type.kind === 'pointer' && isNumber?.[i] !== false);
}

/** For each conversion of a format that is known: whether it reads a number of floating point. */
function numbersIn(format: Value | undefined, { block }: AnyCall): boolean[] | undefined {
  if (!format || !block) return undefined;
  const { root, offset } = rootAndOffset(format, block.parent.module.layout);
  const text = root.kind === 'global' && root.isConstant && root.initializer?.kind === 'string' ? root.initializer.bytes.slice(Number(offset)) : undefined;
  const conversions = text?.replace(/\0.*$/s, '').replaceAll('%%', '').matchAll(/%(\*?)\d*[hlLjztqm]*(\[\^?\]?[^\]]*\]|[a-zA-Z])/g);
  return conversions && [...conversions].filter(([, skipped]) => skipped === '').map(([, , kind = '']) => /^[aefg]$/i.test(kind));
}

/** Not if there are integers, or nothing is put there but what has no derivative. */
function mayReplace(output: Value, activity: Activity, types: TypeInfo): boolean {
  if (!activity.isVaried(output)) return false;
  const { known, fields } = types.memoryLayout(output);
  if (known && fields.length > 0 && fields.every(({ kind }) => kind === 'integer')) return false;
  return ![...underlyingObjects(output)].every((object) => object.kind === 'alloca' && isOnlyRead(object, activity));
}

function isOnlyRead(pointer: Value, activity: Activity): boolean {
  return 'uses' in pointer && [...pointer.uses].every(({ user, index }) => {
    if (user.kind === 'load' || user.kind === 'debugrecord') return true;
    if (user.kind === 'store') return index === 1 && !activity.isVaried(user.value);
    if (user.kind === 'getelementptr' || (user.kind === 'cast' && user.opcode === 'bitcast')) return isOnlyRead(user, activity);
    const treatment = isCall(user) ? treatmentOf(user) : undefined;
    return isCall(user) && ((treatment?.kind === 'inactive' && !user.args.some((arg) => activity.isActive(arg))) || (treatment?.kind === 'memory' && treatment.operation === 'fill'));
  });
}
