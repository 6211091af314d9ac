/**
 * References inside text that we carry without parsing it: `@name`, `%name`, `$comdat`, `!12`, `#3`. Strings are stepped over,
 * and so is what only looks like a reference: `!"text"`, `!DIExpression`, `!dbg`, `c"..."`.
 */
export interface TextToken {
  readonly sigil: '@' | '%' | '$' | '!' | '#';
  /** Without sigil and quotes, escapes resolved. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const token = /;[^\n]*|"[^"]*"|([@%$])(?:"([^"]*)"|([-a-zA-Z$._0-9]+))|([!#])(\d+)\b|[-a-zA-Z$._0-9]+/g;

export function scanTokens(text: string): TextToken[] {
  const found: TextToken[] = [];
  for (const match of text.matchAll(token)) {
    const [whole, sigil, quoted, plain, numbered, number] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (sigil === '@' || sigil === '%' || sigil === '$') found.push({ sigil, name: quoted === undefined ? plain ?? '' : unescapeName(quoted), ...span });
    else if (numbered === '!' || numbered === '#') found.push({ sigil: numbered, name: number ?? '', ...span });
  }
  return found;
}

/** The text with each reference replaced by what `rename` says; undefined keeps it. */
export function rewriteTokens(text: string, rename: (token: TextToken) => string | undefined): string {
  let out = '';
  let at = 0;
  for (const found of scanTokens(text)) {
    const replacement = rename(found);
    if (replacement === undefined) continue;
    out += text.slice(at, found.start) + replacement;
    at = found.end;
  }
  return out + text.slice(at);
}

function unescapeName(text: string): string {
  return text.replace(/\\(\\|[0-9a-fA-F]{2})/g, (_, code: string) => (code === '\\' ? '\\' : String.fromCharCode(parseInt(code, 16))));
}
