/** One thing drawn: a path or a text, with the look it was drawn in. */
export type Drawn = DrawnPath | DrawnText;

export interface DrawnPath {
  readonly kind: 'path';
  readonly d: string;
  readonly look: Look;
}

export interface DrawnText {
  readonly kind: 'text';
  readonly text: string;
  /** Start, middle or end of the baseline. */
  readonly x: number;
  readonly y: number;
  /** Degrees, clockwise, around (x, y). */
  readonly rotation: number;
  readonly look: Look;
}

/** Colours are the strings that were assigned to fillStyle and strokeStyle; absent means not painted. */
export interface Look {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: string;
  cap?: CanvasLineCap;
  join?: CanvasLineJoin;
  opacity?: number;
  clip?: string;
  fontSize?: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

/** Regions that drawings are clipped to, by their id: 'clip0', 'clip1', … */
export interface Clip {
  readonly id: string;
  readonly d: string;
  /** The clip that holds already when this one is added. */
  readonly within?: string;
}
