import type { LineChartSpec, Series } from './spec.ts';

/**
 * What a part of a chart is painted as. The static chart writes the role as a class and leaves the colour
 * to src/styles/chart.css (light, dark, forced colours, print); the live chart reads the custom property.
 */
export const ROLES = {
  text: '#333333',
  muted: '#666666',
  ground: '#ffffff',
  grid: '#e6e6e6',
  axis: '#7f7f7f',
  band: '#f2f2f2',
  quiet: '#7f7f7f',
  target: '#fe3939',
  series1: '#0017c1',
  series2: '#008299',
  series3: '#4d4d4d',
  share1: '#0017c1',
  share2: '#c5d7fb',
  share3: '#006a80',
  share4: '#e6e6e6',
  share5: '#4d4d4d',
  share6: '#c8ecf2',
} as const;

export type Role = keyof typeof ROLES;

/** A colour for each role: for the static chart the role's own name, for the live one what CSS computes. */
export type Palette = Readonly<Record<Role, string>>;

export const ROLE_NAMES = Object.fromEntries(Object.keys(ROLES).map((role) => [role, role])) as Palette;

/** The custom property that holds a role's colour, e.g. 'series1' → '--chart-series1'. */
export function propertyOf(role: Role): string {
  return `--chart-${role}`;
}

export function isRole(colour: string): colour is Role {
  return Object.hasOwn(ROLES, colour);
}

export type Variant = 'wide' | 'narrow';

/** Sizes in px of the drawing. A phone shows the narrow one at 0.95 of that, A4 the wide one at 0.9. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  /** The widest that a label at the end of a line may be. */
  readonly labelWidth: number;
  /** A label and its value may share one row. */
  readonly oneRow: boolean;
}

export const LAYOUTS: Readonly<Record<Variant, Layout>> = {
  wide: { width: 720, height: 360, fontSize: 13, lineHeight: 17, labelWidth: 168, oneRow: true },
  narrow: { width: 360, height: 300, fontSize: 12, lineHeight: 15, labelWidth: 84, oneRow: false },
};

/** How each plain series of a chart differs without colour; `size` is the radius of its marks, px. */
export const STYLES = [
  { role: 'series1', dash: [], shape: 'circle', size: 3.5 },
  { role: 'series2', dash: [7, 4], shape: 'rect', size: 4.75 },
  { role: 'series3', dash: [2, 3], shape: 'triangle', size: 5 },
  { role: 'series1', dash: [10, 4, 2, 4], shape: 'rectRot', size: 5.5 },
] as const;

/** What a chart is drawn with besides its data: the same, static or live, but for colours. */
export interface ChartStyle {
  readonly layout: Layout;
  readonly palette: Palette;
  /** As in CSS; 'inherit' where the drawing becomes text of the page. */
  readonly fontFamily: string;
}

/** Beyond the four styles they repeat: a chart with more lines than that names each at its end. */
export function plainStyle(spec: LineChartSpec, series: Series): (typeof STYLES)[number] {
  const loud = spec.series.filter(({ tone }) => tone !== 'quiet');
  return STYLES[loud.indexOf(series) % STYLES.length] ?? STYLES[0];
}

/**
 * Parts of a whole: dark and light by turns, so that neighbours differ in greyscale too. On dark parts texts
 * have the colour of the ground.
 */
export const SHARES = [
  { fill: 'share1', text: 'ground' }, { fill: 'share2', text: 'text' },
  { fill: 'share3', text: 'ground' }, { fill: 'share4', text: 'text' },
  { fill: 'share5', text: 'ground' }, { fill: 'share6', text: 'text' },
] as const;

export function shareStyle(part: number): (typeof SHARES)[number] {
  return SHARES[part % SHARES.length] ?? SHARES[0];
}

export function roleOf(spec: LineChartSpec, series: Series): Role {
  return series.tone === 'quiet' ? 'quiet' : plainStyle(spec, series).role;
}
