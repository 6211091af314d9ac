// Records with a text and a number, found by a hash of the text, which is stored; and sorted by qsort, which moves them whole.
#include <stdlib.h>
#include <string.h>
struct record { char key[12]; double value; unsigned hash; unsigned char used; float weight; };
__attribute__((noinline)) static void put(struct record *table, const char *key, double value) {
  unsigned hash = 2166136261u;
  for (const char *c = key; *c; c++) hash = (hash ^ (unsigned char)*c) * 16777619u;
  struct record *r = &table[hash % 8];
  while (r->used && r->hash != hash) r = &table[(r - table + 1) % 8];
  strcpy(r->key, key);
  r->hash = hash;
  r->value = r->used ? r->value * value : value;
  r->used = 1;
  r->weight = (float)(hash % 5);
}
static int by_value(const void *a, const void *b) {
  double x = ((const struct record *)a)->value, y = ((const struct record *)b)->value;
  return (x > y) - (x < y);
}
double keyed(const double *x, int n) {
  static const char *const keys[] = {"alpha", "beta", "gamma", "alpha"};
  struct record table[8] = {0}, again[8] = {0};
  double sum = 0;
  for (int i = 0; i < n; i++) put(table, keys[i % 4], x[i] * x[0]);
  for (int i = 0; i < 8; i++) if (table[i].used) put(again, table[i].key, table[i].value * 0.5);
  qsort(again, 8, sizeof *again, by_value);
  for (int i = 0; i < 8; i++) sum += again[i].value * (i + 1) * again[i].weight;
  return sum;
}
// function: keyed
// at: x = [0.5, -0.3, 0.8, 1.4], n = 4
// gradient: finite-differences
// feature: memory-copy
