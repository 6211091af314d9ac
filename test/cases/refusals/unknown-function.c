// Which function is meant is not known when compiling.
double __enzyme_autodiff(void *, ...);
int main(int argc, char **argv) { return (int)__enzyme_autodiff((void *)argv[argc - 1], 1.0); }
// error: RZ4002
// feature: refusals, activity
