/** For tests: a function with the given control flow and nothing else in it. */
import { type BasicBlock, type Function, Builder, FunctionType, Module, i1, i32, constantInt, voidType } from '../ir/index.js';

export interface ExampleGraph { readonly fn: Function; block(name: string): BasicBlock; names(blocks: Iterable<BasicBlock>): string }

/** `'a -> b c; b -> a'`: the first block named is the entry; blocks that go nowhere return. Two ways branch, more switch. */
export function exampleGraph(text: string): ExampleGraph {
  const fn = new Module().addFunction('example', new FunctionType(voidType, [i1, i32]));
  const blocks = new Map<string, BasicBlock>();
  const block = (name: string): BasicBlock => {
    const known = blocks.get(name) ?? fn.addBlock(name);
    blocks.set(name, known);
    return known;
  };
  for (const row of text.split(';')) {
    const [from = '', ...targets] = row.split(/->|\s+/).filter((word) => word !== '');
    connect(new Builder(block(from)), targets.map(block));
  }
  for (const each of fn.blocks) if (!each.terminator) new Builder(each).ret();
  return { fn, block, names: (list) => [...list].map((each) => each.name).join(' ') };
}

function connect(builder: Builder, targets: readonly BasicBlock[]): void {
  const [first, second, ...rest] = targets;
  const [condition, scrutinee] = builder.function.args;
  if (!first || !condition || !scrutinee) return;
  if (!second) builder.br(first);
  else if (rest.length === 0) builder.condBr(condition, first, second);
  else builder.switch(scrutinee, first, [second, ...rest].map((to, i) => ({ value: constantInt(i32, i), block: to })));
}
