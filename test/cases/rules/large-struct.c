// A struct that is passed as a copy: a gradient would add to a copy of its shadow.
double __enzyme_autodiff(void *, ...);
struct body { double mass, x[3]; };
double energy(struct body b) { return b.mass * b.x[0]; }
double energy_augmented(struct body b, struct body db) { return b.mass * b.x[0]; }
void energy_gradient(struct body b, struct body db, double seed) { db.mass += seed; }
void *__enzyme_register_gradient_energy[] = {(void *)energy, (void *)energy_augmented, (void *)energy_gradient};
double f(double x) { struct body b = {x, {x, x, x}}; return energy(b); }
double g(double x) { return __enzyme_autodiff((void *)f, x); }
// error: RZ4011
// says: pass its address
// feature: custom-rules, refusals
