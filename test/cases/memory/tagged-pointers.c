// A tree whose links have a colour in their lowest bit: addresses in members that are declared integers.
#include <stdint.h>
#include <stdlib.h>
struct node { double value; uintptr_t left; struct node *right; };
static struct node *left(const struct node *n) { return (struct node *)(n->left & ~(uintptr_t)1); }
static int is_red(const struct node *n) { return n && (n->left & 1); }
static void set_left(struct node *n, struct node *l) { n->left = (uintptr_t)l | (n->left & 1); }
static void set_red(struct node *n, int red) { n->left = (n->left & ~(uintptr_t)1) | (uintptr_t)red; }
static struct node *insert(struct node *h, double value, int path) {
  if (!h) {
    h = malloc(sizeof *h);
    h->value = value, h->left = 1, h->right = NULL;
    return h;
  }
  if (path & 1) set_left(h, insert(left(h), value, path >> 1));
  else h->right = insert(h->right, value, path >> 1);
  return h;
}
static double sum(struct node *n) {
  if (!n) return 0;
  double s = n->value * n->value * (is_red(n) ? 2 : 1) + sum(left(n)) + sum(n->right);
  free(n);
  return s;
}
double tree(const double *x, int n) {
  struct node *root = NULL;
  for (int i = 0; i < n; i++) {
    root = insert(root, x[i], i);
    set_red(root, i & 1);
  }
  return sum(root);
}
// function: tree
// at: x = [0.5, -1.1, 0.7, 2.0, 1.3], n = 5
// gradient: finite-differences
// feature: pointers
