// The value of a game after steps of descent by one player, who uses a gradient: by the other's choice, reverse over reverse.
#include "bench.h"

enum { SIZE = 20, STEPS = 100 };
static const double rate = 0.02;

/** What y pays when x was chosen. */
PRIMAL double payoff(const double *x, const double *y) {
  double total = 0;
  for (int i = 0; i < SIZE; i++) {
    double pull = 0;
    for (int j = 0; j < SIZE; j++) pull += sin(0.3 * x[j] * y[i] + 0.1 * (i - j));
    total += 0.5 * y[i] * y[i] - x[i] * x[i] + 0.1 * pull * pull;
  }
  return total;
}

SHARED double *choice, *reply;

#ifdef DERIVATIVES
static double after_reply(const double *x, const double *start) {
  double y[SIZE];
  memcpy(y, start, sizeof y);
  for (int step = 0; step < STEPS; step++) {
    double slope[SIZE] = {0};
    __enzyme_autodiff((void *)payoff, enzyme_const, x, enzyme_dup, y, slope);
    for (int i = 0; i < SIZE; i++) y[i] -= rate * slope[i];
  }
  return payoff(x, y);
}

void run_gradient(double *gradient) {
  memset(gradient, 0, SIZE * sizeof *gradient);
  __enzyme_autodiff((void *)after_reply, enzyme_dup, choice, gradient, enzyme_const, reply);
}
#else
const char *const problem_name = "saddle, twice reverse";
size_t set_up(void) {
  choice = numbers(SIZE, 1, 0);
  reply = numbers(SIZE, 1, 0);
  return SIZE;
}

static void slope_by_hand(const double *x, const double *y, double *restrict slope) {
  for (int i = 0; i < SIZE; i++) {
    double pull = 0, by_y = 0;
    for (int j = 0; j < SIZE; j++) {
      double angle = 0.3 * x[j] * y[i] + 0.1 * (i - j);
      pull += sin(angle);
      by_y += 0.3 * x[j] * cos(angle);
    }
    slope[i] = y[i] + 0.2 * pull * by_y;
  }
}

/** The primal of this problem is the descent itself, with the gradient written by hand. */
double run_primal(void) {
  double y[SIZE], slope[SIZE];
  memcpy(y, reply, sizeof y);
  for (int step = 0; step < STEPS; step++) {
    slope_by_hand(choice, y, slope);
    for (int i = 0; i < SIZE; i++) y[i] -= rate * slope[i];
  }
  return payoff(choice, y);
}

/** Keeps every reply; sines and cosines are found again. */
void run_by_hand(double *restrict gradient) {
  const double *x = choice;
  double kept[STEPS + 1][SIZE], slope[SIZE], adjoint[SIZE];
  memcpy(kept[0], reply, sizeof kept[0]);
  for (int step = 0; step < STEPS; step++) {
    slope_by_hand(x, kept[step], slope);
    for (int i = 0; i < SIZE; i++) kept[step + 1][i] = kept[step][i] - rate * slope[i];
  }
  memset(gradient, 0, SIZE * sizeof *gradient);
  for (int i = 0; i < SIZE; i++) {
    double pull = 0, by_y = 0, by_x[SIZE], y = kept[STEPS][i];
    for (int j = 0; j < SIZE; j++) {
      double angle = 0.3 * x[j] * y + 0.1 * (i - j), c = 0.3 * cos(angle);
      pull += sin(angle);
      by_y += c * x[j];
      by_x[j] = c * y;
    }
    adjoint[i] = y + 0.2 * pull * by_y;
    for (int j = 0; j < SIZE; j++) gradient[j] += 0.2 * pull * by_x[j];
    gradient[i] -= 2 * x[i];
  }
  for (int step = STEPS - 1; step >= 0; step--)
    for (int i = 0; i < SIZE; i++) {
      // slope = y + 0.2 * pull * by_y: its derivatives by y and by each x, times the seed of it.
      double y = kept[step][i], seed = -rate * adjoint[i], pull = 0, by_y = 0, second = 0, sine[SIZE], cosine[SIZE];
      for (int j = 0; j < SIZE; j++) {
        double angle = 0.3 * x[j] * y + 0.1 * (i - j);
        sine[j] = sin(angle);
        cosine[j] = cos(angle);
        pull += sine[j];
        by_y += 0.3 * x[j] * cosine[j];
        second -= 0.09 * x[j] * x[j] * sine[j];
      }
      for (int j = 0; j < SIZE; j++)
        gradient[j] += seed * 0.2 * (0.3 * y * cosine[j] * by_y + pull * (0.3 * cosine[j] - 0.09 * x[j] * y * sine[j]));
      adjoint[i] += seed * (1 + 0.2 * (by_y * by_y + pull * second));
    }
}
#endif
