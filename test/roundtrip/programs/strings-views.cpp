#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>
using namespace std::literals;
static std::vector<std::string_view> split(std::string_view s, char c) {
  std::vector<std::string_view> r;
  for (;;) {
    auto p = s.find(c);
    r.push_back(s.substr(0, p));
    if (p == s.npos) return r;
    s.remove_prefix(p + 1);
  }
}
long operator""_km(unsigned long long x) { return (long)x * 1000; }
int main() {
  for (auto p : split("alpha,beta,,gamma"sv, ',')) std::printf("<%.*s>", (int)p.size(), p.data());
  std::string s = R"(raw "text" \n)";
  s.insert(3, 5, '-').replace(0, 2, "XYZ").append(s, 2, 4);
  std::printf("\n%s %zu %d\n", s.c_str(), s.rfind('-'), s.compare(0, 3, "XYZ"));
  int v;
  auto r = std::from_chars("123abc", "123abc" + 6, v);
  std::printf("%d %s %ld\n", v, r.ptr, 3_km);
  std::wstring w = L"wide";
  std::u32string u = U"\U0001F600!";
  std::printf("%zu %x %s\n", w.size(), (unsigned)u[0], (std::string(100, 'q') + "z").substr(98).c_str());
}
