import { estimateWidth } from './estimate.ts';
import type { BarSet, Scene, SceneText, Stroke } from './scene.ts';
import type { TreeChartSpec, TreeNode } from './spec.ts';
import type { Layout } from './theme.ts';
import { wrapLabel } from './wrap.ts';

const BAR = 7;
const GAP = 13;

interface Branch {
  readonly node: TreeNode;
  readonly depth: number;
  /** The row of what it is a part of. */
  readonly parent?: number;
}

/** One row for the total and each part, parts set in below what they are parts of, with bars from zero. */
export function sceneOfTree(spec: TreeChartSpec, layout: Layout): Scene {
  const { lineHeight, fontSize, width, oneRow } = layout;
  const indent = oneRow ? 28 : 16;
  const branches = unfold(spec.root);
  const most = Math.max(...branches.map(({ node }) => Math.abs(Number(node.value))));
  const widest = Math.max(...branches.map(({ node }) => estimateWidth(node.text, fontSize, true)));
  const deepest = Math.max(...branches.map(({ depth }) => depth)) * indent;
  const span = width - 4 - deepest;
  const texts: SceneText[] = [];
  const bars: { from: number; to: number; y: number }[] = [];
  let y = 0;
  for (const { node, depth } of branches) {
    const x = 2 + depth * indent;
    const lines = wrapLabel(node.label, width - 2 - x - widest - 12, (text) => estimateWidth(text, fontSize));
    lines.forEach((text, line) => texts.push({ text, x, y: y + (line + 0.5) * lineHeight, role: 'text' }));
    texts.push({
      text: node.text,
      x: width - 2,
      y: y + lineHeight / 2,
      align: 'right',
      bold: true,
      role: 'text',
    });
    y += lines.length * lineHeight + 3;
    const length = most > 0 ? (Math.abs(Number(node.value)) / most) * span : 0;
    bars.push({ from: x, to: x + Math.max(1, length), y: y + BAR / 2 });
    y += BAR + GAP;
  }
  return {
    height: y - GAP + 4,
    under: joints(branches, bars, indent),
    over: [],
    sets: setsOf(branches, bars),
    texts,
  };
}

function unfold(root: TreeNode): Branch[] {
  const branches: Branch[] = [];
  const add = (node: TreeNode, depth: number, parent?: number): void => {
    const row = branches.push({ node, depth, ...(parent === undefined ? {} : { parent }) }) - 1;
    for (const part of node.parts ?? []) add(part, depth + 1, row);
  };
  add(root, 0);
  return branches;
}

/** The total and its levels differ in lightness. */
function setsOf(
  branches: readonly Branch[],
  bars: readonly { from: number; to: number; y: number }[],
): BarSet[] {
  return (['series1', 'series2', 'quiet'] as const).map((fill, level) => ({
    kind: 'bars',
    label: '',
    fill,
    thickness: BAR,
    data: bars.map((bar, row) => (Math.min(2, branches[row]?.depth ?? 0) === level ? bar : null)),
  }));
}

/** A line down from a total, and one across to each part. */
function joints(
  branches: readonly Branch[],
  bars: readonly { from: number; y: number }[],
  indent: number,
): Stroke[] {
  return branches.flatMap(({ parent }, row) => {
    const [from, to] = [bars[parent ?? -1], bars[row]];
    if (!from || !to) return [];
    const x = Math.round(from.from + indent / 3) + 0.5;
    return [
      {
        points: [
          [x, from.y + BAR / 2],
          [x, to.y],
          [to.from, to.y],
        ],
        role: 'axis',
      },
    ];
  });
}
