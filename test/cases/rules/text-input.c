// Numbers that are read from text depend on nothing; so do locals that they are read into.
#include <stdio.h>
#include <stdlib.h>
struct parser { const char *at; char name[8]; double scale; };
__attribute__((noinline)) static double number(struct parser *p) {
  char *end;
  double value = strtod(p->at, &end);
  p->at = end;
  return value * p->scale;
}
double configured(const double *x, int n) {
  struct parser p = {"2.5 -0.5", "", x[0]};
  double a = number(&p), b = number(&p), c = 0, d = 0;
  int count = 0;
  sscanf("abc 3 0.25 1.5", "%7s %d %lf %lf", p.name, &count, &c, &d);
  return a * x[1] + b * x[0] + c * x[1] * x[1] + d * count * atof("0.125") * x[0] + (p.name[1] == 'b') * x[1];
}
// function: configured
// at: x = [0.5, -1.1], n = 2
// gradient: finite-differences
// feature: inactive
