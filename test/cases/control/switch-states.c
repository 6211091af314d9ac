// A state machine: the switch decides the next state, floats decide how long one stays.
double states(double x, double y) {
  int state = 0, steps = 0;
  double s = 0;
  while (state != 3 && steps++ < 40) {
    switch (state) {
      case 0: x = x * 1.3; s += x; if (x > 2) state = 1; break;
      case 1: y = y + 0.3 * x; s *= 0.95; state = y > 3 ? 2 : 1; break;
      case 2: s += x * y; x *= 0.8; if (x < 1) state = 3; else if (s < 100) state = 1; break;
    }
  }
  return s;
}
// function: states
// at: x = 0.61, y = 0.37
// gradient: finite-differences
// feature: switch, dynamic-loops
