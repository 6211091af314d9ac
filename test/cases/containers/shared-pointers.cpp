// std::shared_ptr and std::weak_ptr: a graph of nodes that share operands; std::unique_ptr owning a tree.
#include <cmath>
#include <memory>
#include <vector>
struct node {
  double value = 0;
  std::vector<std::shared_ptr<node>> inputs;
  std::weak_ptr<node> user;
};
static std::shared_ptr<node> leaf(double v) { auto n = std::make_shared<node>(); n->value = v; return n; }
static std::shared_ptr<node> combine(std::shared_ptr<node> a, std::shared_ptr<node> b) {
  std::shared_ptr<node> n(new node);
  n->inputs = {a, b};
  a->user = n;
  n->value = a->value * b->value + std::sin(a->value);
  return n;
}
struct tree { std::unique_ptr<tree> left, right; double weight; };
static std::unique_ptr<tree> build(const double *x, int from, int to) {
  if (from >= to) return nullptr;
  int mid = (from + to) / 2;
  return std::unique_ptr<tree>(new tree{build(x, from, mid), build(x, mid + 1, to), x[mid]});
}
static double walk(const std::unique_ptr<tree> &t, double depth) { return t ? t->weight * depth + walk(t->left, depth * 1.5) * walk(t->right, depth + 1) : depth; }
double graph(const double *x, int n) {
  auto last = leaf(x[0]);
  for (int i = 1; i < n; i++) last = combine(last, i % 2 ? leaf(x[i]) : last);
  double s = last->value + last->inputs[0]->value;
  if (auto user = last->inputs[0]->user.lock()) s *= user->value;
  return s * last.use_count() + walk(build(x, 0, n), 1);
}
// function: graph
// at: x = [0.3, 0.9, -0.4, 1.2, 0.7], n = 5
// gradient: finite-differences
// feature: containers
