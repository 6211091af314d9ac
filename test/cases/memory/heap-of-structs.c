// Structs on the heap that hold a count, a float and a pointer to further floats.
struct particle { int charge; float mass; double *position; };
double energy(const double *x, int n) {
  struct particle *p = malloc(n * sizeof *p);
  for (int i = 0; i < n; i++) {
    p[i].charge = i % 2 ? 1 : -2;
    p[i].mass = 0.5f + 0.25f * (float)i;
    p[i].position = malloc(2 * sizeof(double));
    p[i].position[0] = x[2 * i], p[i].position[1] = x[2 * i + 1];
  }
  double e = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) {
      double dx = p[i].position[0] - p[j].position[0], dy = p[i].position[1] - p[j].position[1];
      e += p[i].charge * p[j].charge / sqrt(dx * dx + dy * dy + 0.1) + p[i].mass * p[j].mass * dx;
    }
  for (int i = 0; i < n; i++) free(p[i].position);
  free(p);
  return e;
}
// function: energy
// at: x = [0.3, -1.2, 0.8, 2.0, -0.6, 0.4], n = 3
// gradient: finite-differences
// feature: heap, pointers
