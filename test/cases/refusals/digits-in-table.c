// The bits of a number put into a table that is declared to hold integers, by a function, and hashed from there by another.
#include <stdint.h>
#include <string.h>
static uint64_t table[8];
static volatile int slot = 2;
__attribute__((noinline)) static void put(int i, double x) { memcpy(table + i, &x, 8); }
__attribute__((noinline)) static double hash(int i) { return (double)(table[i] >> 20) * 1e-12; }
double tabled(double x) {
  put(slot, x);
  return x + hash(slot);
}
// function: tabled
// at: x = 1.3
// error: RZ3001
// says: store
// feature: refusals
