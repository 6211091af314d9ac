import { describe, expect, it } from 'vitest';
import { Diagnostic } from './index.js';
import { renderDiagnostic, renderDiagnostics } from './render.js';

const fit = ['double step(double);', 'double loss(double *x) {', '\treturn step(x[0]);', '}'].join('\n');
const source = (file: string): string | undefined => (file === 'fit.c' ? fit : undefined);
const location = { file: 'fit.c', line: 3, column: 9 };

describe('a rendered diagnostic', () => {
  it('says what, where, why, on which way, and what to do', () => {
    const diagnostic = new Diagnostic('unknownFunctionArgument', { marker: '__enzyme_autodiff', why: 'it is loaded from memory' },
      { location, notes: ['two functions are possible'] })
      .within({ function: 'loss', location: { file: 'fit.c', line: 2, column: 8 } });
    expect(renderDiagnostic(diagnostic, { source })).toBe(`\
error[RZ4002]: cannot tell which function \`__enzyme_autodiff\` is to differentiate
  --> fit.c:3:9
  |
3 |     return step(x[0]);
  |            ^
  = why: its first argument is not a function that is known when compiling: it is loaded from memory
  = in: while differentiating \`loss\` (fit.c:2:8)
  = note: two functions are possible
  = help: pass the function by name
  = help: compile the file that defines it with \`ribozyme clang\` too, and link it with this one
`);
  });

  it('does without an excerpt when the source or the line is not there', () => {
    for (const missing of [{ ...location, file: 'gone.c' }, { ...location, line: 99 }]) {
      const text = renderDiagnostic(new Diagnostic('syntax', { message: 'expected a type' }, { location: missing }), { source });
      expect(text.split('\n')).toHaveLength(5);
      expect(text).toContain(`--> ${missing.file}:${missing.line}:9`);
    }
  });

  it('counts columns in bytes, as compilers do', () => {
    const text = renderDiagnostic(new Diagnostic('syntax', {}, { location: { file: 'a', line: 1, column: 8 } }), { source: () => '/* é */x' });
    expect(text).toContain('1 | /* é */x\n  |       ^');
  });

  it('names files as it is told', () => {
    const diagnostic = new Diagnostic('exceptions', {}, { location }).within({ function: 'loss', location });
    const text = renderDiagnostic(diagnostic, { nameOf: (file) => `here/${file}` });
    expect(text.match(/here\/fit\.c:3:9/g)).toHaveLength(2);
  });

  it('uses colours only when asked', () => {
    const diagnostic = new Diagnostic('exceptions', {}, { location });
    expect(renderDiagnostic(diagnostic, { source })).not.toContain('\u001b');
    expect(renderDiagnostic(diagnostic, { source, colour: true })).toContain('\u001b[1;31merror[RZ3002]\u001b[0m');
  });

  it('counts several', () => {
    const text = renderDiagnostics([new Diagnostic('exceptions'), new Diagnostic('inlineAssembly')]);
    expect(text).toMatch(/RZ3002[^]*RZ3003[^]*error: 2 errors; nothing was written\n$/);
  });
});
