#include <array>
#include <cstdio>
#include <tuple>
#include <type_traits>
#include <utility>
template <class T, std::size_t N> struct matrix {
  std::array<std::array<T, N>, N> a{};
  constexpr matrix operator*(const matrix &o) const {
    matrix r;
    for (std::size_t i = 0; i < N; i++)
      for (std::size_t j = 0; j < N; j++)
        for (std::size_t k = 0; k < N; k++) r.a[i][j] += a[i][k] * o.a[k][j];
    return r;
  }
};
template <unsigned N> struct fib {
  static constexpr unsigned long value = fib<N - 1>::value + fib<N - 2>::value;
};
template <> struct fib<0> {
  static constexpr unsigned long value = 0;
};
template <> struct fib<1> {
  static constexpr unsigned long value = 1;
};
template <class... T> auto sum(T... t) { return (t + ... + 0); }
template <class F, class Tuple, std::size_t... I> void each(F f, Tuple &&t, std::index_sequence<I...>) {
  (f(std::get<I>(t)), ...);
}
template <class D> struct base {
  int call() { return static_cast<D *>(this)->impl() + 1; }
};
struct derived : base<derived> {
  int impl() { return 41; }
};
template <class T> const char *kind() {
  if constexpr (std::is_floating_point_v<T>) return "float";
  else if constexpr (std::is_pointer_v<T>) return "pointer";
  else return "other";
}
template <class T> inline T shared_variable = T(3);
int main() {
  matrix<long, 3> m;
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++) m.a[i][j] = i + 2 * j;
  auto p = m * m * m;
  std::printf("%ld %ld %lu %g\n", p.a[1][2], p.a[2][0], fib<50>::value, sum(1, 2.5, 3.25f));
  each([](auto x) { std::printf("%s ", kind<decltype(x)>()); }, std::make_tuple(1, 2.0, "s", 'c'),
       std::make_index_sequence<4>());
  shared_variable<double> += 1;
  std::printf("%d %g %d\n", derived().call(), shared_variable<double>, shared_variable<int>);
}
