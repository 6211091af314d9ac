/** `@file` arguments: the words in the file, quoted as GNU tools quote them. */

/** `read` gives the text of a file, or undefined if there is none (then the word stays as it is, as compilers do). */
export function expandResponseFiles(words: readonly string[], read: (path: string) => string | undefined, depth = 0): string[] {
  return words.flatMap((word) => {
    const text = word.startsWith('@') && depth < 20 ? read(word.slice(1)) : undefined;
    return text === undefined ? [word] : expandResponseFiles(splitWords(text), read, depth + 1);
  });
}

/** Blanks separate; quotes group; a backslash takes the next character as it is. */
function splitWords(text: string): string[] {
  const pattern = /(?:\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"|[^\s'"\\])+/g;
  return (text.match(pattern) ?? []).map((word) =>
    word.replace(/\\([^])|'([^']*)'|"((?:\\[^]|[^"\\])*)"/g, (_, escaped?: string, single?: string, double?: string) =>
      escaped ?? single ?? (double ?? '').replace(/\\([^])/g, '$1')));
}
