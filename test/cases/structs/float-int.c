// A float in the lower half of a register and an integer in the upper one: passed, returned, chosen, kept in arrays.
struct tagged { float value; int tag; };
__attribute__((noinline)) static struct tagged make(float value, int tag) { return (struct tagged){value * value, tag}; }
__attribute__((noinline)) static struct tagged larger(struct tagged a, struct tagged b) { return a.value > b.value ? a : b; }
__attribute__((noinline)) static float weigh(struct tagged t) { return t.value * (float)t.tag; }
float pick(float *x, int n) {
  struct tagged all[8], best = make(x[0], 1);
  for (int i = 0; i < n; i++) all[i] = make(x[i], i + 1);
  for (int i = 1; i < n; i++) {
    best = larger(best, all[i]);
    all[i - 1] = best;
  }
  float sum = weigh(best);
  for (int i = 0; i < n; i++) sum += all[i].value * weigh(all[(i + 1) % n]);
  return sum;
}
// function: pick
// at: x = [0.5, -1.25, 0.75, 1.5], n = 4
// gradient: finite-differences
// tolerance: 2e-3
// feature: struct-by-value
