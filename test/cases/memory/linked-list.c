// A list built on the heap, reversed in place, summed, freed.
struct cell { double value; struct cell *next; };
double list(const double *x, int n) {
  struct cell *head = 0, *reversed = 0;
  for (int i = 0; i < n; i++) {
    struct cell *c = malloc(sizeof *c);
    c->value = x[i] * (head ? head->value : 1.0);
    c->next = head;
    head = c;
  }
  while (head) {
    struct cell *next = head->next;
    head->next = reversed, reversed = head, head = next;
  }
  double s = 0, power = 1;
  for (struct cell *c = reversed; c; c = c->next) s += power * c->value, power *= 0.5 + 0.1 * c->value;
  while (reversed) {
    struct cell *next = reversed->next;
    free(reversed);
    reversed = next;
  }
  return s;
}
// function: list
// at: x = [0.9, -1.2, 0.8, 2.0], n = 4
// gradient: finite-differences
// feature: pointers, heap, dynamic-loops
