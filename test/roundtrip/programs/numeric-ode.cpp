#include <array>
#include <cmath>
#include <cstdio>
template <std::size_t N> using state = std::array<double, N>;
template <std::size_t N> state<N> operator+(state<N> a, const state<N> &b) {
  for (std::size_t i = 0; i < N; i++) a[i] += b[i];
  return a;
}
template <std::size_t N> state<N> operator*(double k, state<N> a) {
  for (auto &x : a) x *= k;
  return a;
}
template <std::size_t N, class F> state<N> rk4(F f, state<N> y, double h) {
  auto k1 = f(y), k2 = f(y + (h / 2) * k1), k3 = f(y + (h / 2) * k2), k4 = f(y + h * k3);
  return y + (h / 6) * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
}
int main() {
  state<3> y{1, 1, 1};
  auto lorenz = [](const state<3> &s) {
    return state<3>{10 * (s[1] - s[0]), s[0] * (28 - s[2]) - s[1], s[0] * s[1] - 8.0 / 3 * s[2]};
  };
  for (int i = 0; i < 200; i++) y = rk4(lorenz, y, 0.005);
  std::printf("%.8f %.8f %.8f\n", y[0], y[1], y[2]);
  double grid[16][16] = {}, next[16][16];
  grid[8][8] = 100;
  for (int t = 0; t < 20; t++) {
    for (int i = 1; i < 15; i++)
      for (int j = 1; j < 15; j++)
        next[i][j] =
            grid[i][j] + 0.1 * (grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1] - 4 * grid[i][j]);
    for (int i = 1; i < 15; i++)
      for (int j = 1; j < 15; j++) grid[i][j] = next[i][j];
  }
  std::printf("%.8f %.8f\n", grid[8][8], grid[3][4]);
}
