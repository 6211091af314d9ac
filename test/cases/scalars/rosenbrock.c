// Known by heart: value 100 and gradient (-400, 200) at (1, 2).
double rosenbrock(double x, double y) { return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x); }
// function: rosenbrock
// at: x = 1, y = 2
// value: 100
// gradient: x = -400, y = 200
// feature: arithmetic
