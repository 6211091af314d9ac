import { expect, test } from 'vitest';
import { type AnyCall, isCall } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { type Access, effectsOfAttributes, memoryEffects } from './call-effects.js';

const short = ({ reads, writes }: Access): string => (reads ? 'r' : '') + (writes ? 'w' : '');
const effects = (...words: string[]): string => {
  const { argument, inaccessible, errno, other } = effectsOfAttributes(words);
  return [argument, inaccessible, errno, other].map(short).join('/');
};

test('the memory attribute of LLVM 16 and later: argument / inaccessible / errno / other', () => {
  expect(effects()).toBe('rw/rw/rw/rw');
  expect(effects('memory(none)')).toBe('///');
  expect(effects('memory(read)')).toBe('r/r/r/r');
  expect(effects('memory(argmem: readwrite, inaccessiblemem: write)')).toBe('rw/w//');
  expect(effects('memory(read, argmem: none)')).toBe('/r/r/r');
  expect(effects('memory(errnomem: write)')).toBe('//w/');
  expect(effects('memory(target_mem0: write)')).toBe('///w');
});

test('the attributes before it, which add up', () => {
  expect(effects('nounwind', 'readnone')).toBe('///');
  expect(effects('argmemonly', 'readonly')).toBe('r///');
  expect(effects('inaccessiblemem_or_argmemonly')).toBe('rw/rw//');
});

function effectsOfCall(declaration: string, call: string) {
  const module = parseModule(`${declaration}\ndefine void @f(ptr %p, double %x) {\n  ${call}\n  ret void\n}`);
  const found = [...module.functions.get('f')!.instructions()].find((each): each is AnyCall => isCall(each));
  return memoryEffects(found ?? expect.fail('no call'));
}

test('the call and the callee both count', () => {
  const both = effectsOfCall('declare void @g(ptr) memory(argmem: readwrite)', 'call void @g(ptr %p) readonly');
  expect(both).toMatchObject({ reads: true, writes: false, argumentMemoryOnly: true });
});

test('functions known by name: only as declarations', () => {
  expect(effectsOfCall('declare double @sinf(double)', '%y = call double @sinf(double %x)')).toMatchObject({ reads: false, argumentMemoryOnly: true });
  expect(effectsOfCall('declare double @frexp(double, ptr)', '%y = call double @frexp(double %x, ptr %p)').argument.writes).toBe(true);
  expect(effectsOfCall('define double @sin(double %x) { ret double %x }', '%y = call double @sin(double %x)').argumentMemoryOnly).toBe(false);
  expect(effectsOfCall('declare double @sine(double)', '%y = call double @sine(double %x)').argumentMemoryOnly).toBe(false);
});

test('a call through a pointer may do anything', () => {
  expect(effectsOfCall('', 'call void %p()')).toMatchObject({ reads: true, writes: true, argumentMemoryOnly: false });
});
