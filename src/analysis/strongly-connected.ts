/** Strongly connected components: Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972. */

/** The components, each before those that lead to it (callees before callers). Successors that are not nodes are ignored. */
export function stronglyConnectedComponents<T>(nodes: Iterable<T>, successors: (node: T) => Iterable<T>): T[][] {
  const known = new Set(nodes);
  const state = new Map<T, Visit<T>>();
  const components: T[][] = [];
  const open: Visit<T>[] = [];
  const enter = (node: T): Visit<T> => {
    const visit = { node, number: state.size, low: state.size, isOpen: true, rest: successors(node)[Symbol.iterator]() };
    state.set(node, visit);
    open.push(visit);
    return visit;
  };
  for (const root of known) {
    if (state.has(root)) continue;
    const path = [enter(root)];
    for (let top = path[0]; top; top = path[path.length - 1]) {
      const step = top.rest.next();
      if (!step.done) {
        if (!known.has(step.value)) continue;
        const seen = state.get(step.value);
        if (!seen) path.push(enter(step.value));
        else if (seen.isOpen) top.low = Math.min(top.low, seen.number);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above) above.low = Math.min(above.low, top.low);
      if (top.low === top.number) components.push(close(top, open));
    }
  }
  return components;
}

/** One node on its way: `rest` are the successors that are still to be followed. */
interface Visit<T> { readonly node: T; readonly number: number; low: number; isOpen: boolean; readonly rest: Iterator<T> }

function close<T>(root: Visit<T>, open: Visit<T>[]): T[] {
  const members: T[] = [];
  for (let last = open.pop(); last; last = open.pop()) {
    last.isOpen = false;
    members.push(last.node);
    if (last === root) break;
  }
  return members.reverse();
}
