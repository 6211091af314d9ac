/** What is the same in every page: its style, and the script that computes the bytes of each line and colours it. */

export const pageStyle = `
  body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; background: #fff }
  h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2rem } h2 small { font-weight: normal; color: #666 }
  code, .line { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 13px }
  form { position: sticky; top: 0; background: #fff; padding: .5rem 0; border-bottom: 1px solid #ddd } input { width: 7rem; font: inherit }
  label { margin-right: 1rem } .listing { border: 1px solid #ddd; border-radius: 4px; overflow: auto }
  .line { display: flex; white-space: pre; padding: 0 .5rem; background: rgb(255 90 0 / var(--heat, 0)) } summary { cursor: pointer }
  .bytes { width: 6rem; text-align: right; color: #844 } .active { width: 1.5rem; text-align: center; color: #06c }
  .number { width: 3rem; text-align: right; margin-right: 1rem; color: #888 }
  ul { margin: .3rem 0 .6rem 11rem; padding: 0; list-style: none; font-size: 13px } li b { display: inline-block; width: 5.5rem; color: #555 } li.kept b { color: #c40 }
  .note { color: #666 }
  @media (prefers-color-scheme: dark) {
    body, form { background: #1b1b1d; color: #ddd } .listing, form { border-color: #444 } .bytes { color: #f99 } .active { color: #6bf } li b { color: #aaa } li.kept b { color: #f84 }
  }`;

/** Heat grows with the logarithm of the bytes: a line that keeps a hundredth of what another one does is still warm. */
export const pageScript = `
  const formulas = JSON.parse(document.getElementById('formulas').textContent);
  const inputs = [...document.querySelectorAll('[data-variable]')];
  const values = () => new Map(inputs.map((input) => [input.dataset.variable, Number(input.value)]));
  function evaluate(formula, at) {
    return formula.reduce((sum, { coefficient, unknowns }) => sum + unknowns.reduce((product, part) => product * unknown(part, at), coefficient), 0);
  }
  function unknown(part, at) {
    if (part.kind === 'variable') return at.get(part.name) ?? NaN;
    if (part.kind === 'quotient') return Math.floor(evaluate(part.of, at) / part.by);
    return Math[part.kind](...part.of.map((each) => evaluate(each, at)));
  }
  function show(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = bytes, unit = 0;
    while (size >= 1000 && unit < units.length - 1) { size /= 1000; unit++; }
    return (unit === 0 ? size : size.toPrecision(3)) + ' ' + units[unit];
  }
  function update() {
    const at = values();
    const bytes = new Map(Object.entries(formulas).map(([id, products]) =>
      [id, products.reduce((sum, factors) => sum + factors.reduce((product, factor) => product * Math.max(0, evaluate(factor, at)), 1), 0)]));
    const most = Math.max(1, ...bytes.values());
    for (const details of document.querySelectorAll('details[data-line]')) {
      const count = bytes.get(details.dataset.line);
      if (count === undefined) continue;
      details.querySelector('.bytes').textContent = show(count);
      details.firstElementChild.style.setProperty('--heat', count > 0 ? (0.1 + 0.6 * Math.log(1 + count) / Math.log(1 + most)).toFixed(3) : 0);
    }
    for (const output of document.querySelectorAll('output[data-function]')) {
      const prefix = output.dataset.function + ':';
      output.textContent = show([...bytes].reduce((sum, [id, count]) => sum + (id.startsWith(prefix) ? count : 0), 0));
    }
  }
  for (const input of inputs) input.addEventListener('input', update);
  document.getElementById('variables')?.addEventListener('submit', (event) => event.preventDefault());
  update();`;
