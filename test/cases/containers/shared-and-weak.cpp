// Objects that share and watch each other: their numbers of references lie beside the values, and are counted there.
#include <memory>
#include <vector>
struct Node {
  double value;
  std::weak_ptr<Node> parent;
  std::vector<std::shared_ptr<Node>> children;
  explicit Node(double v) : value(v) {}
};
static double shared_and_weak(const double *x, int n) {
  auto root = std::make_shared<Node>(x[0]), at = root;
  for (int i = 1; i < n; i++) {
    auto child = std::make_shared<Node>(x[i] * x[i]);
    child->parent = at;
    at->children.push_back(child);
    if (i % 2) at = child;
  }
  double sum = at->value;
  while (auto up = at->parent.lock()) {
    for (const auto &child : up->children) sum = sum * 0.5 + child->value * up->value;
    at = up;
  }
  return sum + static_cast<double>(root->children.front().use_count());
}
// function: shared_and_weak
// at: x = [0.5, -0.3, 0.8, 0.4, 1.2], n = 5
// gradient: finite-differences
// feature: containers
