#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
static const char text[] = "tab\t \"quoted\" back\\slash \x01\xff end\0hidden";
static const wchar_t wide[] = L"wide \u00e9";
static const unsigned short utf16[] = u"sixteen \u20ac";
static char zeros[64] = "";
static const char *const list[] = {"one", "two", "three", 0};
int main(void) {
  unsigned h = 5381;
  for (unsigned i = 0; i < sizeof text; i++) h = h * 33 + (unsigned char)text[i];
  printf("%u %zu %d %d\n", h, sizeof text, (int)wide[5], utf16[8]);
  strcpy(zeros, "copy");
  strcat(zeros, list[2]);
  for (char *p = zeros; *p; p++) *p = (char)toupper(*p);
  puts(zeros);
  for (int i = 0; list[i]; i++) printf("%s ", list[i]);
  puts(u8"caf\u00e9");
  return (int)strlen(zeros);
}
