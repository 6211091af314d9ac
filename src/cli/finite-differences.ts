/** Numerical derivatives with an estimate of their own error. */

export interface Estimate { readonly value: number; readonly error: number }

/**
 * The derivative of `f` at `x` by central differences with Richardson extrapolation (Ridders, "Accurate computation of
 * F'(x) and F'(x)F''(x)", Advances in Engineering Software 4(2), 1982): steps shrink by 1.4 from a start where rounding
 * is harmless; the tableau entry that agrees best with its neighbours wins, and how well it agrees is the error.
 *
 * @param precision relative spacing of the numbers that `f` computes with: 2^-52, or 2^-23 in single precision
 */
export function estimateDerivative(f: (x: number) => number, x: number, precision: number): Estimate {
  const start = Math.cbrt(precision) * 2 ** 9 * Math.max(Math.abs(x), 0.1);
  const starts = [start, start / 32];
  return starts.map((step) => ridders(f, x, step, precision)).reduce((best, each) => (each.error < best.error ? each : best));
}

const shrink = 1.4;
const rows = 12;

function ridders(f: (x: number) => number, x: number, start: number, precision: number): Estimate {
  const atX = Math.abs(f(x));
  let best: Estimate = { value: NaN, error: Infinity };
  let previous: number[] = [];
  let step = start;
  for (let row = 0; row < rows; row++, step /= shrink) {
    const [above, below] = [f(x + step), f(x - step)];
    const current = [(above - below) / (x + step - (x - step))];
    // No extrapolation is better than what rounding leaves of the differences.
    const noise = (4 * precision * Math.max(Math.abs(above), Math.abs(below), atX)) / step;
    let factor = shrink * shrink;
    for (let column = 1; column <= row; column++, factor *= shrink * shrink) {
      const better = current[column - 1] ?? NaN;
      const older = previous[column - 1] ?? NaN;
      const value = (better * factor - older) / (factor - 1);
      current.push(value);
      const error = Math.max(Math.abs(value - better), Math.abs(value - older), noise);
      if (error < best.error) best = { value, error };
    }
    previous = current;
  }
  return best;
}
