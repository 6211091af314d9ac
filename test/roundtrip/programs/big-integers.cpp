#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>
class big {
  std::vector<std::uint32_t> d;

public:
  big(std::uint64_t v = 0) {
    while (v) {
      d.push_back((std::uint32_t)v);
      v >>= 32;
    }
  }
  friend big operator*(const big &a, const big &b) {
    big r;
    r.d.resize(a.d.size() + b.d.size());
    for (std::size_t i = 0; i < a.d.size(); i++) {
      std::uint64_t c = 0;
      for (std::size_t j = 0; j < b.d.size() || c; j++) {
        std::uint64_t t = r.d[i + j] + c + (j < b.d.size() ? (std::uint64_t)a.d[i] * b.d[j] : 0);
        r.d[i + j] = (std::uint32_t)t;
        c = t >> 32;
      }
    }
    r.trim();
    return r;
  }
  friend big operator+(big a, const big &b) {
    unsigned __int128 c = 0;
    a.d.resize(std::max(a.d.size(), b.d.size()) + 1);
    for (std::size_t i = 0; i < a.d.size(); i++) {
      c += (unsigned __int128)a.d[i] + (i < b.d.size() ? b.d[i] : 0);
      a.d[i] = (std::uint32_t)c;
      c >>= 32;
    }
    a.trim();
    return a;
  }
  std::string str() const {
    auto t = d;
    std::string s;
    while (!t.empty()) {
      std::uint64_t r = 0;
      for (auto i = t.rbegin(); i != t.rend(); ++i) {
        r = r << 32 | *i;
        *i = (std::uint32_t)(r / 10);
        r %= 10;
      }
      s += (char)('0' + r);
      while (!t.empty() && !t.back()) t.pop_back();
    }
    std::reverse(s.begin(), s.end());
    return s.empty() ? "0" : s;
  }

private:
  void trim() {
    while (!d.empty() && !d.back()) d.pop_back();
  }
};
int main() {
  big f = 1;
  for (unsigned i = 2; i <= 60; i++) f = f * i;
  std::puts(f.str().c_str());
  big a = 0, b = 1;
  for (int i = 0; i < 300; i++) {
    big c = a + b;
    a = b;
    b = c;
  }
  std::puts(a.str().c_str());
}
