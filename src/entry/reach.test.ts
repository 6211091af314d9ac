import { describe, expect, it } from 'vitest';
import { parseModule } from '../text/index.js';
import { reachOfDerivatives } from './reach.js';

const reach = (...texts: string[]) => {
  const { missing, assumed, replaceable, callsIndirectly } = reachOfDerivatives(texts.map((text) => parseModule(text, { file: 'example.ll' })));
  return { missing: [...missing].sort(), assumed: [...assumed].sort(), replaceable: [...replaceable].sort(), callsIndirectly };
};
const marker = 'declare double @__enzyme_autodiff(...)\n';
const caller = `${marker}
declare void @logged()
define double @slope(double %x) {
  call void @logged()
  %d = call double (...) @__enzyme_autodiff(ptr @f, double %x)
  ret double %d
}
`;
const nothing = { missing: [], assumed: [], replaceable: [], callsIndirectly: false };

describe('the reach of derivatives', () => {
  it('ends where everything is defined; the caller itself takes no part', () => {
    expect(reach(`${caller}define double @f(double %x) {\n  ret double %x\n}`)).toEqual(nothing);
  });

  it('names functions and globals that are not defined, and library functions', () => {
    expect(reach(`${caller}declare double @g(double)\ndeclare double @sin(double)\n@table = external constant [3 x double]
define double @f(double %x) {
  %t = load double, ptr @table
  %y = call double @g(double %x)
  %z = call double @sin(double %t)
  ret double %z
}`)).toEqual({ ...nothing, missing: ['g', 'table'], assumed: ['sin'] });
  });

  it('goes from module to module, through tables and aliases', () => {
    const f = 'declare double @g(double)\n@table = constant [1 x ptr] [ptr @g]\n@h = alias double (double), ptr @local\ndefine internal double @local(double %x) {\n  ret double %x\n}\ndefine double @f(double %x) {\n  %p = load ptr, ptr @table\n  %y = call double %p(double %x)\n  %z = call double @h(double %y)\n  ret double %z\n}';
    expect(reach(`${caller}declare double @f(double)`, f)).toEqual({ ...nothing, missing: ['g'], callsIndirectly: true });
    expect(reach(`${caller}declare double @f(double)`, f, 'define double @g(double %x) {\n  ret double %x\n}')).toEqual({ ...nothing, callsIndirectly: true });
  });

  it('sees what another file may replace, unless it is the same everywhere', () => {
    expect(reach(`${caller}define weak double @f(double %x) {\n  ret double %x\n}`)).toEqual({ ...nothing, replaceable: ['f'] });
    expect(reach(`${caller}define linkonce_odr double @f(double %x) {\n  ret double %x\n}`)).toEqual(nothing);
    expect(reach(`${caller}define weak double @f(double %x) {\n  ret double %x\n}`, 'define double @f(double %x) {\n  ret double %x\n}')).toEqual(nothing);
  });

  it('keeps local names apart', () => {
    const f = 'define double @f(double %x) {\n  %y = call double @local(double %x)\n  ret double %y\n}\ndefine internal double @local(double %x) {\n  %y = call double @g(double %x)\n  ret double %y\n}\ndeclare double @g(double)';
    const other = 'define double @g(double %x) {\n  %y = call double @local(double %x)\n  ret double %y\n}\ndefine internal double @local(double %x) {\n  %y = call double @k(double %x)\n  ret double %y\n}\ndeclare double @k(double)';
    expect(reach(`${caller}declare double @f(double)`, f, other).missing).toEqual(['k']);
  });
});
