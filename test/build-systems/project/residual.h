double residual(const double *p, double x);
int residual_count(void);
