import { expect, test } from 'vitest';
import { Builder, FunctionType, Module, voidType } from '../ir/index.js';
import { functionLocation, inlinedLocations, sourceLocation } from './source-location.js';

function instructionAt(nodes: readonly string[], location: string | undefined) {
  const module = new Module();
  nodes.forEach((node, number) => module.metadata.set(number, node));
  const fn = module.addFunction('f', new FunctionType(voidType, []));
  fn.metadata.set('dbg', '!1');
  const builder = new Builder(fn.addBlock());
  builder.debugLocation = location;
  return builder.ret();
}

const nodes = [
  '!DIFile(filename: "fit.cpp", directory: "/home/ada")',
  'distinct !DISubprogram(name: "fit", scope: !0, file: !0, line: 10)',
  '!DILocation(line: 12, column: 7, scope: !3)',
  'distinct !DILexicalBlock(scope: !1, file: !0, line: 11, column: 3)',
  '!DIFile(filename: "/usr/include/math.hpp", directory: "/home/ada")',
  'distinct !DISubprogram(name: "square", scope: !4, file: !4, line: 3)',
  '!DILocation(line: 4, column: 9, scope: !5, inlinedAt: !2)',
  '!DILocation(line: 0, scope: !1)',
];

test('file, line and column through the scopes', () => {
  expect(sourceLocation(instructionAt(nodes, '!2'))).toEqual({ file: '/home/ada/fit.cpp', line: 12, column: 7 });
  expect(functionLocation(instructionAt(nodes, '!2').block!.parent)).toEqual({ file: '/home/ada/fit.cpp', line: 10, column: 1 });
});

test('an inlined instruction: where it is written, then where it was called', () => {
  expect(inlinedLocations(instructionAt(nodes, '!6'))).toEqual([
    { file: '/usr/include/math.hpp', line: 4, column: 9 }, { file: '/home/ada/fit.cpp', line: 12, column: 7 }]);
});

test('no debug info, and code that the compiler made', () => {
  expect(sourceLocation(instructionAt(nodes, undefined))).toBeUndefined();
  expect(sourceLocation(instructionAt(nodes, '!7'))).toBeUndefined();
});
