#include <iostream>
#include <regex>
int main() {
  std::string text = "2024-01-15 error: disk 93% full; 2024-02-20 warn: cpu 71% busy";
  std::regex r(R"((\d{4})-(\d\d)-(\d\d) (\w+): (\w+) (\d+)%)");
  for (std::sregex_iterator i(text.begin(), text.end(), r), e; i != e; ++i)
    std::cout << (*i)[4] << ' ' << (*i)[5] << '=' << (*i)[6] << '\n';
  std::cout << std::regex_replace(text, std::regex("[aeiou]"), "_") << '\n'
            << std::regex_match("abcabc", std::regex("(abc)\\1")) << '\n';
}
