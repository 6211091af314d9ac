/**
 * Keeps the optimiser away from registered functions until their derivatives are made: the calls of a function must be
 * there to be found, and nothing may be concluded from a body that the derivative is not of. For a gradient that is
 * clipped, `double clip(double x) { return x; }`, it is not enough that the call is not inlined: that it returns its
 * argument must not be noticed either.
 *
 * A definition that another might replace (`weak`) has these properties in every LLVM. So the linkage is changed in the raw
 * IR, noted in an attribute, and put back when the passes have run. Variables that hold no derivative become volatile, so
 * that what is stored there is not used without them. It is all done on the text: any version's.
 */
import { type Module, attributeName } from '../ir/index.js';
import { parseModule } from '../text/index.js';
import { inactiveVariables, protectedFunctions } from './registrations.js';

const linkageNote = 'ribozyme-linkage';

/** Raw IR, before any pass has run, to the same with registered functions protected. */
export function protectRegistered(ir: string): string {
  const module = parseModule(ir);
  const functions = protectedFunctions(module);
  const variables = inactiveVariables(module);
  if (functions.size === 0 && variables.size === 0) return ir;
  return ir
    .replace(/^define .*$/gm, (line) => {
      const name = definedName(line);
      const protection = name === undefined ? undefined : functions.get(name);
      return protection === undefined ? line : protectedDefinition(line, protection === 'opaque', module);
    })
    .replace(/^(  (?:%\S+ = load|store) )(?!volatile )(.* @(?:"([^"]*)"|([-\w.$]+)), align .*)$/gm, (line, start: string, rest: string, quoted: string | undefined, plain: string | undefined) =>
      (variables.has(quoted ?? plain ?? '') ? `${start}volatile ${rest}` : line));
}

/** Puts back what `protectRegistered` changed, but for `noinline`. */
export function releaseRegistered(ir: string): string {
  const groups = new Map<string, string>();
  for (const [, group = '', linkage = ''] of ir.matchAll(new RegExp(`^attributes (#\\d+) = \\{.*"${linkageNote}"="(\\w*)"`, 'gm'))) groups.set(group, linkage);
  if (groups.size === 0) return ir;
  return ir
    .replace(/^define .*$/gm, (line) => {
      const linkage = groups.get(attributeGroup(line) ?? '');
      return linkage === undefined ? line : withLinkage(line, linkage);
    })
    .replace(new RegExp(` ?"${linkageNote}"="\\w*"`, 'g'), '');
}

const linkages = /^define ((?:private|internal|available_externally|linkonce|weak|linkonce_odr|weak_odr|external|appending|extern_weak|common) )?/;

function withLinkage(line: string, linkage: string): string { return line.replace(linkages, linkage === '' ? 'define ' : `define ${linkage} `); }

function protectedDefinition(line: string, isOpaque: boolean, module: Module): string {
  const linkage = (linkages.exec(line)?.[1] ?? '').trim();
  const group = attributeGroup(line);
  const words = group === undefined ? [] : module.expandAttributes([group]).filter((word) => !['alwaysinline', 'noinline', 'inlinehint'].includes(attributeName(word)));
  const isChanged = isOpaque && linkage !== 'available_externally';
  const attributes = [...words, 'noinline', ...(isChanged ? [`"${linkageNote}"="${linkage}"`] : [])].join(' ');
  const changed = isChanged ? withLinkage(line, 'weak') : line;
  return group === undefined ? changed.replace(/( !dbg !\d+)? \{$/, (end) => ` ${attributes}${end}`) : changed.replace(new RegExp(` ${group}(?= )`), ` ${attributes}`);
}

function definedName(line: string): string | undefined {
  const [, quoted, plain] = /@(?:"([^"]*)"|([-\w.$]+))\(/.exec(line) ?? [];
  return quoted ?? plain;
}

/** `#12` behind the parameters. */
function attributeGroup(line: string): string | undefined { return / (#\d+)(?= )/.exec(line.slice(line.lastIndexOf(')')))?.[1] ?? / (#\d+)(?= )/.exec(line)?.[1]; }
