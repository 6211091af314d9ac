import { describe, expect, it } from 'vitest';
import { parseModule, printModule } from '../text/index.js';
import { expandMixedLoads } from './mixed-loads.js';

function expanded(body: string): string {
  const module = parseModule(`define double @f(ptr %p) {\n${body}\n}`, { file: 'example.ll' });
  const fn = module.functions.get('f');
  if (!fn) throw new Error('no function f');
  expandMixedLoads(fn);
  return printModule(module);
}

describe('vectors in which a lane is a pointer', () => {
  const load = `%v = load <2 x double>, ptr %p, align 16
      %w = bitcast <2 x double> %v to <2 x i64>
      %i = extractelement <2 x i64> %w, i64 1
      %q = inttoptr i64 %i to ptr
      %y = load double, ptr %q`;

  it('are loaded lane by lane', () => {
    const text = expanded(`${load}
      %x = extractelement <2 x double> %v, i64 0
      %z = fmul double %x, %y
      ret double %z`);
    expect(text).not.toMatch(/<2 x|inttoptr/);
    expect(text).toMatch(/getelementptr inbounds i8, ptr %p, i64 8\n\s*(%\S+) = load ptr, ptr \S+ align 8\n/);
  });

  it('may be shuffled, as long as the pointer is left out', () => {
    const shuffled = (mask: string): string => expanded(`${load}
      %s = shufflevector <2 x double> %v, <2 x double> poison, <2 x i32> ${mask}
      %x = extractelement <2 x double> %s, i64 0
      %z = fmul double %x, %y
      ret double %z`);
    expect(shuffled('zeroinitializer')).not.toContain('inttoptr');
    expect(shuffled('<i32 1, i32 0>')).toContain('inttoptr');
  });

  it('stay as they are where the whole is computed with', () => {
    expect(expanded(`${load}
      %s = fmul <2 x double> %v, %v
      %x = extractelement <2 x double> %s, i64 0
      %z = fmul double %x, %y
      ret double %z`)).toContain('inttoptr');
  });
});
