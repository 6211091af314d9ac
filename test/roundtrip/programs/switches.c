#include <stdio.h>
static const char *name(int n) {
  switch (n) {
  case 0:
    return "zero";
  case 1:
  case 2:
    return "few";
  case 3 ... 20:
    return "some";
  case -5:
    return "minus";
  case 1000000:
    return "million";
  default:
    return "many";
  }
}
static long wide(unsigned long long x) {
  switch (x) {
  case 0x8000000000000000ULL:
    return 1;
  case 0xffffffffffffffffULL:
    return 2;
  case 7:
    return 3;
  }
  return 4;
}
static int state(const char *s) {
  int st = 0;
  for (; *s; s++) switch (st) {
    case 0:
      if (*s == 'a') st = 1;
      break;
    case 1:
      if (*s == 'b') st = 2;
      else if (*s != 'a') st = 0;
      break;
    case 2:
      if (*s == 'c') return 1;
      st = *s == 'a';
    }
  return 0;
}
int main(void) {
  int ns[] = {0, 2, 15, -5, 1000000, 77};
  for (int i = 0; i < 6; i++) puts(name(ns[i]));
  printf("%ld %ld %ld\n", wide(1ULL << 63), wide(~0ULL), wide(7));
  return state("xxaabc") + state("abd");
}
