// flags: -fprofile-instr-generate -fcoverage-mapping
// run: no
int classify(int x) {
  if (x < 0) return -1;
  for (int i = 0; i < x; i++)
    if (i * i > x) return i;
  return x ? 1 : 0;
}
static int unused(int x) { return x + 1; }
int both(int a, int b) { return a && b ? classify(a) : unused(b); }
