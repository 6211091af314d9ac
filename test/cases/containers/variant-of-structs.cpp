// Structs of numbers where there are integers at other times.
#include <variant>
#include <vector>
struct Circle { double radius; };
struct Rectangle { double width, height; };
double areas(const double *x, int n) {
  std::vector<std::variant<Circle, Rectangle, int>> shapes;
  for (int i = 0; i + 1 < n; i++) {
    if (i % 3 == 0) shapes.push_back(Circle{x[i]});
    else if (i % 3 == 1) shapes.push_back(Rectangle{x[i], x[i + 1]});
    else shapes.push_back(i);
  }
  double sum = 0;
  for (auto &shape : shapes) {
    if (auto *circle = std::get_if<Circle>(&shape)) sum += 3 * circle->radius * circle->radius;
    else if (auto *rectangle = std::get_if<Rectangle>(&shape)) sum += rectangle->width * rectangle->height;
    else sum *= std::get<int>(shape);
  }
  return sum;
}
// function: areas
// at: x = [0.5, -0.3, 0.8, 1.4, 0.7, 1.1], n = 6
// gradient: finite-differences
// since: 22
// feature: containers
