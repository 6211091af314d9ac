// A function without a body takes no number and returns none, but may change a global that the result depends on.
double state;
void change_state(void);
double through_global(double x) {
  state = x;
  change_state();
  return state;
}
// function: through_global
// at: x = 1.5
// error: RZ3101
// says: change_state
// feature: refusals
