import type { Role } from './theme.ts';

/**
 * A drawing whose parts lie where its words leave room: every place in px of the drawing. What can be pointed
 * at is in `sets`, which Chart.js draws; the rest is drawn around it.
 */
export interface Scene {
  readonly height: number;
  /** Below and above what can be pointed at. */
  readonly under: readonly Stroke[];
  readonly over: readonly Stroke[];
  readonly sets: readonly (BarSet | SpotSet)[];
  readonly texts: readonly SceneText[];
}

export interface Stroke {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly role: Role;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** Horizontal bars of one look; null where a row has none. */
export interface BarSet {
  readonly kind: 'bars';
  readonly label: string;
  readonly fill?: Role;
  readonly thickness: number;
  readonly data: readonly ({ readonly from: number; readonly to: number; readonly y: number } | null)[];
}

/** Marks, joined by a line where `line` says so. */
export interface SpotSet {
  readonly kind: 'spots';
  readonly label: string;
  readonly shape: 'circle' | 'rectRot' | 'rect';
  readonly radius: number;
  readonly fill: Role;
  readonly border: Role;
  readonly line?: Role;
  readonly data: readonly ({ readonly x: number; readonly y: number } | null)[];
}

export interface SceneText {
  readonly text: string;
  readonly x: number;
  /** The middle of its line. */
  readonly y: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  readonly role: Role;
}

/** The outline of a bar, inside of it. */
export function outline(x: number, y: number, width: number, height: number, role: Role): Stroke {
  const [left, top, right, bottom] = [x + 0.5, y + 0.5, x + width - 0.5, y + height - 0.5];
  return {
    role,
    points: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ],
  };
}
