// A function copies bytes of which it cannot know that they are numbers.
__attribute__((noinline)) static void copy(char *to, const char *from, int n) { for (int i = 0; i < n; i++) to[i] = from[i]; }
double copied(double x, int n) {
  double values[4], copies[4], sum = 0;
  for (int i = 0; i < 4; i++) values[i] = x * (i + 1);
  copy((char *)copies, (char *)values, n * 8);
  for (int i = 0; i < n; i++) sum += copies[i] * copies[i];
  return sum;
}
// function: copied
// at: x = 3.1, n = 4
// error: RZ3001
// says: it moves the bits of active numbers as integers
// feature: refusals
