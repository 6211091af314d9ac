#ifndef MODEL_H
#define MODEL_H
#ifdef __cplusplus
extern "C" {
#endif
/** The loss of the model with the parameters p, over n points. */
double loss(const double *p, int n);
/** How often a residual was computed. */
int evaluations(void);
#ifdef __cplusplus
}
#endif
#endif
