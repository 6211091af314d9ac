// A pointer to a function that is not here: derivative code stops the program, and says so; what is inactive is called.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
int enzyme_const, enzyme_out;
double __enzyme_autodiff(void *, ...);
static double square(double x) { return x * x; }
double drand48(void);
double elsewhere(double) __asm__("erfc_not_here");
static int seen;
static void note(int i) { seen += i; }
struct hooks { double (*g)(double); void (*note)(int); };
__attribute__((noinline)) static double f(struct hooks *h, double x) { h->note(1); return h->g(x) * x; }
__asm__(".text\nerfc_not_here:\n ret\n");
double (*volatile chosen[2])(double) = {square, elsewhere};
void (*volatile notes[1])(int) = {note};
int main(void) {
  struct hooks h = {chosen[0], notes[0]};
  printf("%.3f %d\n", __enzyme_autodiff((void *)f, enzyme_const, &h, enzyme_out, 2.0), seen);
  fflush(stdout);
  if (fork() == 0) {
    h.g = chosen[1];
    close(2);
    __enzyme_autodiff((void *)f, enzyme_const, &h, enzyme_out, 2.0);
    _exit(0);
  }
  int status;
  wait(&status);
  printf("%s\n", WIFSIGNALED(status) ? "stopped" : "went on");
  return 0;
}
// prints: 12.000 1
// prints: stopped
// feature: function-pointers
