import { estimateWidth } from './estimate.ts';
import type { SceneText } from './scene.ts';
import type { Layout } from './theme.ts';
import { wrapLabel } from './wrap.ts';

/** Rows, each with its name: before what is drawn where there is room, else above it. */
export interface Rows {
  /** Where what is drawn begins and ends, px. */
  readonly left: number;
  readonly right: number;
  /** The top of each row's drawing, px. */
  readonly tops: readonly number[];
  readonly labels: readonly SceneText[];
  readonly bottom: number;
}

/** Between two rows, px. */
const GAP = 14;

/**
 * @param top where the first row begins
 * @param content how high each row's drawing is
 * @param aside room that names above the drawing leave free at the right
 */
export function placeRows(
  names: readonly string[],
  layout: Layout,
  { top, content, aside = 0 }: { readonly top: number; readonly content: number; readonly aside?: number },
): Rows {
  const { width, lineHeight, fontSize, oneRow } = layout;
  const widthOf = (text: string): number => estimateWidth(text, fontSize);
  const column = Math.min(width * 0.3, Math.max(...names.map(widthOf)) + 1);
  const most = oneRow ? column : width - 4 - aside;
  const tops: number[] = [];
  const labels: SceneText[] = [];
  let y = top;
  for (const name of names) {
    const lines = wrapLabel(name, most, widthOf);
    const block = lines.length * lineHeight;
    const height = oneRow ? Math.max(content, block) : block + 2 + content;
    const start = oneRow ? y + (height - block) / 2 : y;
    labels.push(
      ...lines.map((text, index): SceneText => ({
        text,
        x: 2,
        y: start + (index + 0.5) * lineHeight,
        role: 'text',
      })),
    );
    tops.push(y + (oneRow ? (height - content) / 2 : block + 2));
    y += height + GAP;
  }
  return { left: oneRow ? column + 16 : 2, right: width - 2, tops, labels, bottom: y - GAP };
}
