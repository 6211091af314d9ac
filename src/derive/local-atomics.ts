/**
 * Atomic updates of objects that nobody else knows of: no other thread can come between, so they are a load, the
 * operation, and a store, which are differentiated as any. Where another thread may see the number, an update is refused.
 */
import { isCaptured, isLocalObject, underlyingObjects } from '../analysis/index.js';
import {
  type BinaryOpcode, type Function, type Instruction, type Value, AtomicUpdateInstruction, Builder, CompareExchangeInstruction, poison,
} from '../ir/index.js';

const operations: Readonly<Record<string, BinaryOpcode>> = { add: 'add', sub: 'sub', and: 'and', or: 'or', xor: 'xor', fadd: 'fadd', fsub: 'fsub' };

export function expandLocalAtomics(fn: Function): void {
  for (const instruction of [...fn.instructions()]) {
    if (instruction instanceof AtomicUpdateInstruction && isAlone(instruction)) expandUpdate(instruction);
    else if (instruction instanceof CompareExchangeInstruction && isAlone(instruction)) expandExchange(instruction);
  }
}

function isAlone(instruction: AtomicUpdateInstruction | CompareExchangeInstruction): boolean {
  return !instruction.isVolatile && [...underlyingObjects(instruction.operand(0))].every((object) => isLocalObject(object) && !isCaptured(object));
}

function expandUpdate(update: AtomicUpdateInstruction): void {
  const [address, value] = [update.operand(0), update.operand(1)];
  const opcode = operations[update.operation];
  const build = before(update);
  if (!build || (!opcode && update.operation !== 'xchg')) return;
  const old = build.load(value.type, address, update.alignment);
  build.store(opcode ? build.binary(opcode, old, value) : value, address, update.alignment);
  update.replaceAllUsesWith(old);
  update.erase();
}

/** What is stored is the replacement or what was there, and the result says which. */
function expandExchange(exchange: CompareExchangeInstruction): void {
  const [address, expected, replacement] = [exchange.operand(0), exchange.operand(1), exchange.operand(2)];
  const build = before(exchange);
  if (!build) return;
  const old = build.load(expected.type, address, exchange.alignment);
  const isSame = build.icmp('eq', old, expected);
  build.store(build.select(isSame, replacement, old), address, exchange.alignment);
  for (const { user } of [...exchange.uses]) {
    if (user.kind !== 'extractvalue' || user.path.length !== 1) continue;
    user.replaceAllUsesWith(user.path[0] === 0 ? old : isSame);
    user.erase();
  }
  if (exchange.uses.size > 0) {
    const both: Value = build.insertValue(build.insertValue(poison(exchange.type), old, [0]), isSame, [1]);
    exchange.replaceAllUsesWith(both);
  }
  exchange.erase();
}

function before(instruction: Instruction): Builder | undefined {
  const { block } = instruction;
  if (!block) return undefined;
  const build = new Builder(block).beforeInstruction(instruction);
  build.debugLocation = instruction.metadata.get('dbg');
  return build;
}
