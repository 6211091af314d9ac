/** Calls: functions whose bodies are here by their summaries, intrinsics and the C library by what is known of them. */
import { type AnyCall, type Value, attributeName } from '../ir/index.js';
import { type Facts, addMemory, addMemoryDefinition, addWeakInteger, defineInteger, isIntegral, memoryBehind, usedMemory } from './facts.js';
import { calleeFacts } from './library.js';
import { transferCopy } from './transfer-memory.js';

export function transferCall(facts: Facts, call: AnyCall): void {
  const callee = call.calledFunction;
  call.argumentAttributes.forEach((attributes, index) => {
    const arg = call.args[index];
    if (arg && attributes.some((word) => attributeName(word) === 'returned')) handOn(facts, call, arg, 0);
  });
  if (!callee) return;
  const summary = facts.summary(callee);
  if (summary) {
    if (!(call.dispatched?.kind === 'candidate')) {
      summary.parameters.forEach((shape, index) => {
        const arg = call.args[index];
        if (arg) facts.addUse(arg, shape);
      });
    }
    facts.addDefinition(call, summary.result);
    const returned = summary.returned && call.args[summary.returned.index];
    if (summary.returned && returned) handOn(facts, call, returned, summary.returned.offset);
  } else if (callee.isDeclaration) transferLibraryCall(facts, call, callee.name);
}

function transferLibraryCall(facts: Facts, call: AnyCall, name: string): void {
  const known = calleeFacts(name);
  if (!known) return;
  const [first, second, third] = call.args;
  if (known.copies && first && second && third) transferCopy(facts, call, first, second, third);
  if (known.returnsFirst && first) handOn(facts, call, first, 0);
  if (known.reallocates && first) {
    addMemoryDefinition(facts, call, memoryBehind(facts, first));
    addMemory(facts, first, usedMemory(facts, call));
  }
  if (known.returnsText) addMemoryDefinition(facts, call, facts.shapes.repeating([facts.shapes.scalarRun('integer', 1)], 1));
  if (known.integers) {
    for (const arg of call.args) if (isIntegral(arg)) addWeakInteger(facts, arg);
    defineInteger(facts, call, 'weak');
  }
  for (const { argument, kind, size, extent } of known.memory ?? []) {
    const length = extent === undefined ? undefined : call.args[extent];
    const end = length?.kind === 'int' ? Number(length.value) : Infinity;
    const args = argument === 'all' ? call.args.filter((arg) => arg.type.kind === 'pointer') : call.args.slice(argument, argument + 1);
    const run = facts.shapes.scalarRun(kind, size), width = run.size * run.count;
    // A short length is that of a member, perhaps, beside others.
    const shape = end <= longestMember ? facts.shapes.of([{ ...run, count: run.count * Math.floor(end / width) }]) : facts.shapes.repeating([run], width, 0, end);
    for (const arg of args) if (arg.type.kind === 'pointer') addMemory(facts, arg, shape);
  }
  for (const { argument, kind, size } of known.scalars ?? []) {
    const arg = call.args[argument];
    if (arg?.type.kind === 'pointer') addMemory(facts, arg, facts.shapes.of([facts.shapes.scalarRun(kind, size)]));
  }
}

/** In bytes. */
const longestMember = 256;

/** The result is the argument, `offset` bytes on. */
function handOn(facts: Facts, call: AnyCall, arg: Value, offset: number): void {
  const { shapes } = facts;
  if (call.type.text !== arg.type.text) return;
  if (offset === 0) {
    facts.addDefinition(call, facts.whole(arg));
    facts.addUse(arg, facts.used(call));
    return;
  }
  addMemoryDefinition(facts, call, shapes.shift(memoryBehind(facts, arg), -offset));
  addMemory(facts, arg, shapes.shift(shapes.firstInstance(usedMemory(facts, call)), offset));
}
