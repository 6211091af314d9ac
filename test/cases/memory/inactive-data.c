// Strings, hashes and ids travel with the numbers, and are copied bit for bit.
struct record { char name[12]; unsigned hash; double value; };
double keyed(const double *x, int n) {
  struct record table[4], copy[4];
  for (int i = 0; i < n; i++) {
    strcpy(table[i].name, i & 1 ? "odd" : "even-number");
    table[i].hash = 5381;
    for (const char *c = table[i].name; *c; c++) table[i].hash = table[i].hash * 33 + (unsigned)*c;
    table[i].value = x[i] * x[i];
  }
  memcpy(copy, table, n * sizeof *copy);
  double s = 0;
  for (int i = 0; i < n; i++) s += copy[i].value * (copy[i].hash % 7) * (copy[i].name[0] == 'o' ? 2 : 1);
  return s;
}
// function: keyed
// at: x = [0.3, -1.2, 0.8, 1.1], n = 4
// gradient: finite-differences
// feature: memory-copy
