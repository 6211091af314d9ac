/**
 * Several tangents beside one primal, in place of the one of `driver.ts`, or one in halves; and reverse mode in halves, between which the memory that
 * was read may change, for one adjoint or for several.
 *
 * Lane i is given what lane 0 is given times a factor of its own. So what it computes must be that of lane 0 times the same;
 * otherwise lanes were mixed up, and the answer is no number.
 */
import { type Parameter, type Subject, constants, flat, locals, prototype, readBack, scalars } from './subject.js';

const factors = [1, -2, 3, -5] as const;

const range = (width: number): number[] => Array.from({ length: width }, (_, i) => i);

/** For subjects of doubles that return one. */
export function vectorForward(subject: Subject, width: number): string {
  const { name } = subject, hook = `__enzyme_fwddiff_${name}`, lanes = range(width);
  const args = subject.parameters.map((p) => (p.kind === 'constant' ? `enzyme_const, ${p.name}` : `enzyme_dup, ${p.name}, ${shadows(p.name, width)}`));
  return `struct ${name}_tangents { double lane[${width}]; } ${hook}(void *, ...);
static double ${name}_forward(const double *z, const double *dz, double *after, double *dafter) {
${locals(subject, 'z')}
${laneInputs(subject, 'dz', width)}
${constants(subject)}  struct ${name}_tangents tangents = ${hook}((void *)${[name, `enzyme_width, ${width}`, ...args].join(', ')});
${readBack(subject, 'after')}${laneOutputs(subject, 'dafter', width)}
  return ${lanes.slice(1).map((i) => `${differ(subject, `tangents.lane[${i}]`, i, 'tangents.lane[0]')} || `).join('')}mixed ? NAN : tangents.lane[0];
}`;
}

/**
 * The tangent in halves, in place of the one of `driver.ts`. The first half is that of a function of the same text, since that of `NAME` may be
 * for reverse mode. Nothing may be read from the arrays between the halves: they are cleared.
 */
export function splitForward(subject: Subject): string {
  const { name, returns } = subject, again = `${name}_logged`, tangent = `__enzyme_fwdsplit_${name}`;
  const marked = (scalar: (p: Parameter) => string): string => [again, ...subject.parameters.map((p) =>
    (p.kind === 'constant' ? `enzyme_const, ${p.name}` : p.kind === 'scalar' ? scalar(p) : `enzyme_dup, ${p.name}, d_${p.name}`))].join(', ');
  const [taped, tape] = returns === 'void' ? ['void *', 'augmented'] : [`struct ${name}_logging `, 'augmented.tape'];
  const parameters = subject.parameters.map((p) => (p.kind === 'array' || typeof p.at !== 'number' ? `${p.kind === 'array' && p.isConst ? 'const ' : ''}${p.type} *${p.name}` : `${p.type} ${p.name}`));
  return `static ${returns} ${again}(${parameters.join(', ')}) { ${returns === 'void' ? '' : 'return '}${name}(${subject.parameters.map((p) => p.name).join(', ')}); }
${returns === 'void' ? '' : `${taped}{ void *tape; ${returns} value; };\n`}${taped}__enzyme_augmentfwd_${again}(void *${prototype(subject, 'reverse')});
${returns} ${tangent}(void *${prototype(subject, 'forward', 'void *')});
static double ${name}_forward(const double *z, const double *dz, double *after, double *dafter) {
${locals(subject, 'z')}
${locals(subject, 'dz', 'd_')}
${constants(subject)}  double tangent = 0;
  ${taped}augmented = __enzyme_augmentfwd_${again}((void *)${marked((p) => `enzyme_out, ${p.name}`)});
${readBack(subject, 'after')}${memory(subject).map((p) => `  memset(${p.name}, 0, sizeof ${p.name});\n`).join('')}\
  ${returns === 'void' ? '' : 'tangent = '}${tangent}((void *)${marked((p) => `enzyme_dup, ${p.name}, d_${p.name}`)}, ${tape});
${readBack(subject, 'dafter', 'd_')}  return tangent;
}`;
}

/** Nothing may be read from the arrays between the halves: they are cleared. Several lanes are for subjects of doubles only. */
export function halves(subject: Subject, width: number): string {
  const { name, returns } = subject, outputs = scalars(subject), first = flat(subject).length - outputs.length, lanes = range(width);
  const args = subject.parameters.map((p) => {
    switch (p.kind) {
      case 'constant': return `enzyme_const, ${p.name}`;
      case 'scalar': return `enzyme_out, ${p.name}`;
      case 'array': return `enzyme_dup, ${p.name}, ${shadows(p.name, width)}`;
    }
  });
  const marked = [`(void *)${name}`, ...(width > 1 ? [`enzyme_width, ${width}`] : []), ...args];
  const [taped, tape] = returns === 'void' ? ['void *', 'augmented'] : [`struct ${name}_augmented `, 'augmented.tape'];
  const seeds = returns === 'void' ? [] : lanes.map((i) => factors[i]!.toFixed(1));
  const derivatives = outputs.length === 0 ? 'void ' : `struct ${name}_outputs_of_halves `;
  return `${returns === 'void' ? '' : `${taped}{ void *tape; ${returns} value; };\n`}${taped}__enzyme_augmentfwd_${name}(void *, ...);
${outputs.length === 0 ? '' : `${derivatives}{ ${outputs.map((p) => `${p.type} ${p.name}[${width}];`).join(' ')} };\n`}${derivatives}__enzyme_reverse_${name}(void *, ...);
static void ${name}_split(const double *z, double *after, double *adjoint) {
${locals(subject, 'z')}
${laneInputs(subject, 'adjoint', width)}
${constants(subject)}  ${taped}augmented = __enzyme_augmentfwd_${name}(${marked.join(', ')});
${readBack(subject, 'after')}${memory(subject).map((p) => `  memset(${p.name}, 0, sizeof ${p.name});\n`).join('')}\
  ${outputs.length === 0 ? '' : `${derivatives}outputs = `}__enzyme_reverse_${name}(${[...marked, ...seeds, tape].join(', ')});
${laneOutputs(subject, 'adjoint', width)}
${outputs.map((p, i) => `  adjoint[${first + i}] = ${lanes.slice(1).map((lane) => `${differ(subject, `outputs.${p.name}[${lane}]`, lane, `outputs.${p.name}[0]`)} || `).join('')}mixed ? NAN : outputs.${p.name}[0];\n`).join('')}}`;
}

/** The arguments that are pointers, to constants too. */
function memory({ parameters }: Subject): readonly Parameter[] { return parameters.filter((p) => typeof p.at !== 'number'); }

function differ({ tolerance }: Subject, value: string, lane: number, base: string): string {
  return `harness_mixed(&${value}, &${base}, 1, ${factors[lane]}, ${tolerance})`;
}

function shadows(name: string, width: number): string { return range(width).map((i) => `d${i}_${name}`).join(', '); }

function laneInputs(subject: Subject, from: string, width: number): string {
  const { length } = flat(subject);
  return range(width).map((i) => `  double z${i}[${length}];
  harness_scale(z${i}, ${from}, ${length}, ${factors[i]});
${locals(subject, `z${i}`, `d${i}_`)}
${scalars(subject).map((p) => `  (void)d${i}_${p.name};\n`).join('')}`).join('');
}

/** Those of lane 0; `mixed` says whether another lane has something else. */
function laneOutputs(subject: Subject, to: string, width: number): string {
  const elements = flat(subject).length - scalars(subject).length;
  return `${readBack(subject, to, 'd0_')}  int mixed = 0;\n${range(width).slice(1).map((i) => `${readBack(subject, `z${i}`, `d${i}_`)}\
  mixed |= harness_mixed(z${i}, ${to}, ${elements}, ${factors[i]}, ${subject.tolerance});\n`).join('')}`;
}
