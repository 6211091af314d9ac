// A program that fills the table of a shadow object with pairs of derivatives, as the interface has it.
#include <cstdio>
#include <cstdlib>
#include <cstring>
int enzyme_dup, enzyme_out;
double __enzyme_autodiff(void *, ...);
extern "C" void *__enzyme_virtualreverse(...);
struct Base { double a; virtual double at(double x) const; virtual ~Base() {} };
double Base::at(double x) const { return a * x; }
struct Square : Base { double at(double x) const override; };
double Square::at(double x) const { return a * a * x * x; }
__attribute__((noinline)) static double f(Base *b, double x) { return b->at(x) * x; }
extern "C" double square_at(const Square *s, double x) { return s->Square::at(x); }
int main() {
  Square s;
  s.a = 1.5;
  double memory[2] = {0, 0};
  void *table[3] = {__enzyme_virtualreverse((void *)square_at), __enzyme_virtualreverse((void *)square_at), nullptr};
  void **slots = table;
  memcpy(memory, &slots, sizeof slots);
  double dx = __enzyme_autodiff((void *)f, enzyme_dup, (Base *)&s, memory, enzyme_out, 2.0);
  std::printf("%g %g %d %d\n", dx, memory[1], table[0] != nullptr, table[0] == table[1]);
  return 0;
}
// prints: 27 24 1 1
// flags: -fno-exceptions
// feature: virtual-methods
