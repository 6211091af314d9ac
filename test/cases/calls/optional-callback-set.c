// An optional callback that turns out to be set, to a function of a shared library that nothing here names: the program ends there.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
extern int enzyme_const, enzyme_out;
double __enzyme_autodiff(void *, ...);
struct sim { double x; void (*callback)(struct sim *); };
static __attribute__((noinline)) double step(double x, void *callback) {
  struct sim s = {x * x, (void (*)(struct sim *))callback};
  if (s.callback) s.callback(&s);
  return s.x;
}
static double slope(double x, void *callback) { return __enzyme_autodiff((void *)step, enzyme_out, x, enzyme_const, callback); }
int main(void) {
  int status = 0;
  printf("%g\n", slope(3, 0));
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    printf("%g\n", slope(3, dlsym(RTLD_DEFAULT, "perror")));
    return 0;
  }
  waitpid(child, &status, 0);
  printf(WIFSIGNALED(status) ? "stopped\n" : "went on\n");
  return 0;
}
// prints: 6
// prints: stopped
// modes: reverse
// feature: function-pointers
