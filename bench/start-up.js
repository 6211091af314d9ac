/** Times, in ms, of `compile`, of `gradient`, and of `compile` of the same source again, in this process: `node bench/start-up.js [--no-cache]`. */
import { compile, gradient } from '../dist/runtime/index.js';

const cache = !process.argv.includes('--no-cache');
const source = `#include <math.h>
double logsumexp(const double *x, int n) {
  double largest = x[0], sum = 0;
  for (int i = 1; i < n; i++) if (x[i] > largest) largest = x[i];
  for (int i = 0; i < n; i++) sum += exp(x[i] - largest);
  return log(sum) + largest;
}
`;
const times = [performance.now()];
const { logsumexp } = await compile(source, { cache });
times.push(performance.now());
const slope = await gradient(logsumexp);
times.push(performance.now());
await compile(source, { cache });
times.push(performance.now());
const [[first, second]] = slope(Float64Array.of(0, Math.log(3)), 2);
if (Math.abs(first - 0.25) + Math.abs(second - 0.75) > 1e-12) throw new Error(`the gradient is ${first}, ${second}`);
const [compiling, deriving, again] = times.slice(1).map((end, index) => end - times[index]);
console.log(JSON.stringify({ compile: compiling, gradient: deriving, again }));
