#include <bitset>
#include <chrono>
#include <cstdio>
#include <random>
#include <valarray>
#include <ratio>
int main() {
  std::mt19937_64 g(42);
  std::uniform_int_distribution<int> u(1, 6);
  std::normal_distribution<double> n(0, 1);
  int h[7] = {};
  double s = 0;
  for (int i = 0; i < 1000; i++) {
    h[u(g)]++;
    s += n(g);
  }
  std::printf("%d %d %.6f\n", h[1], h[6], s);
  std::bitset<100> b;
  for (int i = 0; i < 100; i += 7) b.set((unsigned)i);
  std::printf("%zu %d\n", b.count(), (b << 3).test(10));
  using namespace std::chrono;
  std::printf("%ld %d\n", (long)duration_cast<milliseconds>(hours(2) + 30s * 2).count(),
              steady_clock::now().time_since_epoch().count() > 0);
  std::valarray<double> v{1, 2, 3, 4};
  v = std::sqrt(v * v + 1.0);
  std::printf("%.6f %.6f\n", v.sum(), std::valarray<double>(v[std::slice(0, 2, 2)]).sum() + v.max());
}
