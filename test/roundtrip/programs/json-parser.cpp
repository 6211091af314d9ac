#include <cctype>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>
class json {
public:
  enum kind { null, boolean, number, text, array, object } k = null;
  bool b = false;
  double n = 0;
  std::string s;
  std::vector<json> a;
  std::map<std::string, json> o;
  static json parse(const std::string &t) {
    parser p{t};
    json j = p.value();
    p.space();
    if (p.i != t.size()) throw std::runtime_error("trailing at " + std::to_string(p.i));
    return j;
  }
  std::string dump() const {
    switch (k) {
    case null:
      return "null";
    case boolean:
      return b ? "true" : "false";
    case number: {
      char c[32];
      std::snprintf(c, sizeof c, "%g", n);
      return c;
    }
    case text:
      return '"' + s + '"';
    case array: {
      std::string r = "[";
      for (auto &x : a) r += (r.size() > 1 ? "," : "") + x.dump();
      return r + "]";
    }
    case object: {
      std::string r = "{";
      for (auto &x : o) r += (r.size() > 1 ? ",\"" : "\"") + x.first + "\":" + x.second.dump();
      return r + "}";
    }
    }
    return "";
  }

private:
  struct parser {
    const std::string &t;
    std::size_t i = 0;
    void space() {
      while (i < t.size() && std::isspace((unsigned char)t[i])) i++;
    }
    char peek() {
      space();
      if (i >= t.size()) throw std::runtime_error("end");
      return t[i];
    }
    void expect(char c) {
      if (peek() != c) throw std::runtime_error(std::string("expected ") + c);
      i++;
    }
    std::string str() {
      expect('"');
      std::string r;
      while (t.at(i) != '"') r += t[i++] == '\\' ? t.at(i++) : t[i - 1];
      i++;
      return r;
    }
    json value() {
      json j;
      switch (peek()) {
      case '{':
        j.k = object;
        i++;
        if (peek() == '}') {
          i++;
          return j;
        }
        for (;;) {
          auto key = str();
          expect(':');
          j.o[key] = value();
          if (peek() != ',') break;
          i++;
        }
        expect('}');
        return j;
      case '[':
        j.k = array;
        i++;
        if (peek() == ']') {
          i++;
          return j;
        }
        for (;;) {
          j.a.push_back(value());
          if (peek() != ',') break;
          i++;
        }
        expect(']');
        return j;
      case '"':
        j.k = text;
        j.s = str();
        return j;
      case 't':
        j.k = boolean;
        j.b = true;
        i += 4;
        return j;
      case 'f':
        j.k = boolean;
        i += 5;
        return j;
      case 'n':
        i += 4;
        return j;
      default: {
        std::size_t used;
        j.k = number;
        j.n = std::stod(t.substr(i), &used);
        i += used;
        return j;
      }
      }
    }
  };
};
int main() {
  for (const char *t :
       {"{\"a\":[1,2.5,-3e2,true,null],\"b\":{\"c\":\"x\\\"y\"}}", "[", "[1,2] x", "{\"k\" 1}", "[[],{}]"})
    try {
      std::puts(json::parse(t).dump().c_str());
    } catch (const std::exception &e) {
      std::printf("error: %s\n", e.what());
    }
}
