/** The table of `gradients.js` as a picture: for each problem a bar of the gradient and one of the adjoint by hand, in multiples of the primal. */

const [width, left, right, line, bar] = [860, 190, 60, 34, 11];
const colours = { gradient: '#2563a8', hand: '#b9c4d0' };

/** SVG text. The axis is logarithmic: ratios are. */
export function plot({ machine, problems }) {
  const measured = problems.filter(({ error }) => !error);
  const most = Math.max(...measured.flatMap((each) => [each.gradient / each.primal, each.handwritten / each.primal]));
  const least = Math.min(0.5, ...measured.flatMap((each) => [each.gradient / each.primal, each.handwritten / each.primal]));
  const x = (ratio) => left + (width - left - right) * Math.log(ratio / least) / Math.log(most * 1.1 / least);
  const height = 70 + line * measured.length + 30;
  const ticks = [0.5, 1, 2, 3, 5, 10, 20, 30, 50].filter((tick) => tick >= least && tick <= most * 1.1);
  const parts = [
    text(left, 22, 'Gradients: time in multiples of the primal', 'font-weight="bold"'),
    box(left, 34, 12, 12, colours.gradient), text(left + 17, 44, 'Ribozyme'),
    box(left + 100, 34, 12, 12, colours.hand), text(left + 117, 44, 'adjoint by hand'),
    ...ticks.flatMap((tick) => [
      `<line x1="${f(x(tick))}" y1="56" x2="${f(x(tick))}" y2="${height - 26}" stroke="${tick === 1 ? '#888' : '#ddd'}"/>`,
      text(x(tick), height - 12, String(tick), 'text-anchor="middle" fill="#555"'),
    ]),
    ...measured.flatMap((each, i) => {
      const top = 64 + line * i;
      return [
        text(left - 10, top + 15, each.name, 'text-anchor="end"'),
        ...[[each.gradient, colours.gradient, top], [each.handwritten, colours.hand, top + bar + 1]].flatMap(([ns, colour, y]) => {
          const ratio = ns / each.primal;
          return [box(left, y, Math.max(1, x(ratio) - left), bar, colour), text(x(ratio) + 4, y + 9, ratio.toFixed(2), 'font-size="9" fill="#555"')];
        }),
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12">
<title>${escape(`Gradients on ${machine.cpu}, ${machine.compiler}, ${machine.date}`)}</title>
<rect width="100%" height="100%" fill="white"/>
${parts.join('\n')}
</svg>
`;
}

function f(number) { return number.toFixed(1); }
function box(x, y, w, h, fill) { return `<rect x="${f(x)}" y="${f(y)}" width="${f(w)}" height="${h}" fill="${fill}"/>`; }
function text(x, y, content, attributes = '') { return `<text x="${f(x)}" y="${f(y)}" ${attributes}>${escape(content)}</text>`; }
function escape(content) { return content.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]); }
