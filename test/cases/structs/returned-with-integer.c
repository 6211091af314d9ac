// Structs whose number shares a register with an integer, made by one function and read by another.
struct item { float weight; int id; double value; };
struct small { float weight; int id; };

__attribute__((noinline)) static struct item make(float weight, int id, double value) {
  struct item made = {weight, id, value};
  return made;
}
__attribute__((noinline)) static struct small make_small(float weight, int id) {
  struct small made = {weight * weight, id + 1};
  return made;
}
__attribute__((noinline)) static double use(struct item a, struct item b) {
  return a.weight * b.value + (a.id > b.id ? a.value : b.weight);
}

double function(const float *x, int n) {
  struct item best = make(0, -1, 0);
  double sum = 0;
  for (int i = 0; i < n; i++) {
    struct item current = make(x[i] * 2, i, (double)x[i] * x[i]);
    sum += use(current, best);
    if (current.value > best.value) best = current;
    struct small few = make_small(x[i], i);
    sum += few.weight * few.id;
  }
  return sum;
}
// function: function
// at: x = [0.5, 1.25, -0.5, 0.75], n = 4
// gradient: finite-differences
// tolerance: 1e-3
// feature: struct-by-value
