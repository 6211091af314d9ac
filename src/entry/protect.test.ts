/** What the optimiser may know of registered functions. */
import { describe, expect, it } from 'vitest';
import { protectRegistered, releaseRegistered } from './index.js';

const registered = (definition: string, registration: string): string => `${registration}
@plain = global i32 1
${definition}
define void @other() #0 {
  ret void
}
attributes #0 = { nounwind }
attributes #1 = { alwaysinline nounwind }
`;
const definitionIn = (text: string): string | undefined => text.split('\n').find((line) => line.startsWith('define') && !line.includes('@other'));

describe('a registered function', () => {
  const inactive = '@__enzyme_inactivefn_f = global [1 x ptr] [ptr @f]';

  it('can be replaced, as far as the optimiser knows, and is not inlined', () => {
    const text = protectRegistered(registered('define dso_local double @f(double noundef %x) #0 {\n  ret double %x\n}', inactive));
    expect(definitionIn(text)).toBe('define weak dso_local double @f(double noundef %x) nounwind noinline "ribozyme-linkage"="" {');
    expect(text).toContain('define void @other() #0 {');
  });

  it('loses what contradicts that', () => {
    const text = protectRegistered(registered('define internal double @f(double %x) #1 {\n  ret double %x\n}', inactive));
    expect(definitionIn(text)).toBe('define weak double @f(double %x) nounwind noinline "ribozyme-linkage"="internal" {');
  });

  it('gets its linkage back', () => {
    const optimised = 'define weak dso_local noundef double @f(double %x) local_unnamed_addr #3 {\nattributes #3 = { noinline "a"="b" "ribozyme-linkage"="internal" }\n';
    expect(releaseRegistered(optimised)).toBe('define internal dso_local noundef double @f(double %x) local_unnamed_addr #3 {\nattributes #3 = { noinline "a"="b" }\n');
  });

  it('that is only computed again is not inlined, no more', () => {
    const text = protectRegistered(registered('define internal double @f(double %x) {\n  ret double %x\n}', '@__enzyme_shouldrecompute = global ptr @f'));
    expect(definitionIn(text)).toBe('define internal double @f(double %x) noinline {');
  });

  it('leaves a module alone that registers nothing', () => {
    const text = registered('define double @f(double %x) {\n  ret double %x\n}', '');
    expect(protectRegistered(text)).toBe(text);
    expect(releaseRegistered(text)).toBe(text);
  });
});

it('an inactive variable is read and written where the program says', () => {
  const text = protectRegistered(registered('define void @f(double %x) {\n  store double %x, ptr @g, align 8\n  ret void\n}', '@g = global double 0.0\n@__enzyme_inactive_global_g = global [1 x ptr] [ptr @g]'));
  expect(text).toContain('store volatile double %x, ptr @g, align 8');
});
