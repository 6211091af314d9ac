/** The printed form of a plan: its frames, what each record holds, and how each merge finds its way back. */
import type { Plan } from './plan.js';

export function printPlan(plan: Plan): string {
  const { skeleton } = plan;
  const blocks = new Map(skeleton.cfg.reversePostOrder.map((block, i) => [block, block.name ?? `block${i}`]));
  const lines = [`function @${skeleton.fn.name}`];
  for (const frame of skeleton.frames) {
    if (!frame.isRoot && frame.fields.length === 0) continue;
    lines.push(`  ${frame.isRoot ? 'tape' : `record of ${frame.loop ? 'loop' : 'block'} ${frame.leader ? blocks.get(frame.leader) : ''}`}:`);
    for (const field of frame.fields) {
      const name = field.value && 'name' in field.value && field.value.name !== undefined ? ` %${field.value.name}` : '';
      lines.push(`    ${field.label}${name}: ${field.type.text}`);
    }
  }
  for (const block of skeleton.liveBlocks) {
    const arrival = plan.predecessorsOf(block);
    if (!arrival || arrival.kind === 'single') continue;
    lines.push(`  ${blocks.get(block)} entered by ${arrival.kind}`);
  }
  return lines.join('\n');
}
