#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>
#include <queue>
#include <string>
#include <vector>
template <class It, class Less> static void quick(It a, It b, Less less) {
  if (b - a < 2) return;
  auto pivot = *(a + (b - a) / 2);
  It m = std::partition(a, b, [&](auto &x) { return less(x, pivot); });
  It n = std::partition(m, b, [&](auto &x) { return !less(pivot, x); });
  quick(a, m, less);
  quick(n, b, less);
}
struct edge {
  int to;
  double w;
};
static std::vector<double> dijkstra(const std::vector<std::vector<edge>> &g, int s) {
  std::vector<double> d(g.size(), 1e18);
  using item = std::pair<double, int>;
  std::priority_queue<item, std::vector<item>, std::greater<>> q;
  q.push({d[(unsigned)s] = 0, s});
  while (!q.empty()) {
    auto [x, u] = q.top();
    q.pop();
    if (x > d[(unsigned)u]) continue;
    for (auto &e : g[(unsigned)u])
      if (x + e.w < d[(unsigned)e.to]) q.push({d[(unsigned)e.to] = x + e.w, e.to});
  }
  return d;
}
int main() {
  std::vector<std::string> w{"pear", "apple", "fig", "kiwi", "banana", "date"};
  quick(w.begin(), w.end(), [](auto &a, auto &b) { return a.size() < b.size() || (a.size() == b.size() && a < b); });
  for (auto &s : w) std::printf("%s ", s.c_str());
  std::vector<std::vector<edge>> g(20);
  for (int i = 0; i < 20; i++)
    for (int k = 1; k < 4; k++) g[(unsigned)i].push_back({(i * k + 7) % 20, 1.0 + (i ^ k) * 0.25});
  auto d = dijkstra(g, 0);
  std::printf("%.2f %.2f\n", d[13], *std::max_element(d.begin(), d.end()));
  std::vector<int> h{3, 1, 4, 1, 5, 9, 2, 6};
  std::make_heap(h.begin(), h.end());
  std::nth_element(h.begin(), h.begin() + 3, h.end());
  std::next_permutation(h.begin(), h.end());
  std::rotate(h.begin(), h.begin() + 2, h.end());
  int x = 0;
  for (int i : h) x = x * 10 + i;
  std::printf("%d\n", x);
}
