// A tree of expressions whose parts are shared; a child knows its parent, an object hands itself out, a deleter is given.
#include <cmath>
#include <memory>
#include <vector>

struct Node : std::enable_shared_from_this<Node> {
  std::weak_ptr<Node> parent;
  virtual double value() const = 0;
  virtual ~Node() = default;
  std::shared_ptr<Node> self() { return shared_from_this(); }
};
struct Leaf : Node {
  double number;
  explicit Leaf(double n) : number(n) {}
  double value() const override { return number; }
};
struct Sum : Node {
  double weight = 1;
  std::vector<std::shared_ptr<Node>> parts;
  double value() const override {
    double sum = 0;
    for (const auto &part : parts) sum += part->value();
    return std::sin(weight * sum);
  }
};

double tree(const double *x) {
  auto root = std::make_shared<Sum>();
  root->weight = x[0];
  std::shared_ptr<Node> leaf = std::make_shared<Leaf>(x[1]);
  leaf->parent = root;
  auto inner = std::make_shared<Sum>();
  inner->parts = {leaf, leaf->self(), std::make_shared<Leaf>(x[2])};
  root->parts = {inner, leaf};
  std::shared_ptr<double> scale(new double(x[3]), [](double *p) { delete p; });
  double result = root->value() * *scale;
  if (auto known = std::dynamic_pointer_cast<Leaf>(root->parts[1])) result += known->number * known->number;
  if (auto above = leaf->parent.lock()) result *= above->value();
  return result * (leaf.use_count() > 3 ? x[3] : 1.0);
}

// function: tree
// at: x = [0.7, 0.4, -0.3, 1.9]
// gradient: finite-differences
// feature: containers
