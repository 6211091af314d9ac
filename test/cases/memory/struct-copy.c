// Structs that mix floats, integers and pointers are copied whole.
struct node { int id; double value; float weight; struct node *other; char tag[3]; double rest[2]; };
double follow(const double *x, int n) {
  struct node a = {1, x[0], 0.5f, 0, "ab", {x[1], 2}}, b = {2, x[1] * x[0], 0.25f, &a, "cd", {3, x[2]}}, c;
  a.other = &b;
  for (int i = 0; i < n; i++) {
    c = a, a = b, b = c;
    a.value = a.value * b.other->rest[1] + a.rest[0];
    b.rest[1] += a.value * a.id;
  }
  return a.value * b.rest[1] + c.value;
}
// function: follow
// at: x = [0.3, -0.6, 0.8], n = 3
// gradient: finite-differences
// feature: memory-copy, pointers
