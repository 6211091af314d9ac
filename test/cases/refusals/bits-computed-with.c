// The bits of an active number are multiplied as a whole, through the other view of a union: its derivative would be lost.
union view { double number; long bits; };
struct item { int tag; union view v; };
static void scramble(struct item *item) { item->v.bits = (item->v.bits * 3) ^ 5; }
double scrambled(double x, double y) {
  struct item items[2] = {{0, {x * y}}, {1, {x + y}}};
  double sum = 0;
  for (int i = 0; i < 2; i++) scramble(&items[i]);
  for (int i = 0; i < 2; i++) sum += items[i].v.number;
  return sum;
}
// function: scrambled
// at: x = 0.7, y = 1.2
// error: RZ3001
// says: mul
// feature: refusals
