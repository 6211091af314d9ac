// A function without a body that an active value flows into.
double mystery(double);
double f(double x) { return mystery(x) * x; }
// function: f
// at: x = 1
// error: RZ3101
// says: mystery
// feature: refusals
