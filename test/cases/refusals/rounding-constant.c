// A large constant is added, which rounds, and what becomes of the sum is hidden in volatile memory.
double hidden(double x) {
  volatile double sum = x + 6755399441055744.0;
  return (sum - 6755399441055744.0) * x;
}
// function: hidden
// at: x = 1.7
// error: RZ3001
// says: rounds
// feature: refusals
