#include <cstdint>
#include <cstdio>
#include <cstring>
#include <initializer_list>
#include <limits>
template <class To, class From> static To cast(From f) {
  To t;
  static_assert(sizeof t == sizeof f);
  std::memcpy(&t, &f, sizeof t);
  return t;
}
static std::uint64_t hash(const void *p, std::size_t n) {
  auto *c = static_cast<const unsigned char *>(p);
  std::uint64_t h = 1469598103934665603ULL;
  while (n--) h = (h ^ *c++) * 1099511628211ULL;
  return h;
}
enum class color : std::uint8_t { red = 1, green = 200 };
static double rsqrt(float x) {
  auto i = cast<std::int32_t>(x);
  i = 0x5f3759df - (i >> 1);
  float y = cast<float>(i);
  return y * (1.5f - 0.5f * x * y * y);
}
int main() {
  std::printf("%llx %x %.5f\n", (unsigned long long)cast<std::uint64_t>(-0.1), cast<std::uint32_t>(1e-40f), rsqrt(4));
  std::printf("%llx %d\n", (unsigned long long)hash("hello", 5), static_cast<int>(color::green));
  for (double d : {std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max(),
                   std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
    std::printf("%llx ", (unsigned long long)cast<std::uint64_t>(d));
  float nan = cast<float>(0x7fa00001u);
  std::printf("%d %d\n", nan != nan, (int)(unsigned char)300);
  volatile std::int64_t x = std::numeric_limits<std::int64_t>::min();
  std::printf("%lld %lld\n", (long long)(x >> 63), (long long)(x / 7 % 1000));
  bool bits[3] = {true, false, true};
  std::printf("%d\n", bits[0] + bits[1] + bits[2]);
}
