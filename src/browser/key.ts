import type { Role } from '../charts/theme.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** How Chart.js draws a series: the dash and the width of its line, or bars. */
export interface Look {
  readonly dash: readonly number[];
  readonly width: number;
  readonly isBar: boolean;
}

/** A short piece of a series' line as it is drawn, or a square of its bars. */
export function makeKey(role: Role, { dash, width, isBar }: Look): SVGElement {
  const key = document.createElementNS(SVG, 'svg');
  key.setAttribute('class', `chart-key chart-key-${role}${isBar ? ' is-bar' : ''}`);
  key.setAttribute('viewBox', isBar ? '0 0 12 12' : '0 0 28 12');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', 'M0 6h28');
  line.setAttribute('stroke', 'currentColor');
  line.setAttribute('stroke-width', String(isBar ? 12 : width));
  if (dash.length > 0) line.setAttribute('stroke-dasharray', dash.join(' '));
  key.append(line);
  return key;
}
