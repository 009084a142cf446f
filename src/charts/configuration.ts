import type { ChartConfiguration } from 'chart.js';

/** A value of a category, or a place in the drawing, or from–to. */
export type Datum = number | null | { readonly x: number | [number, number] | null; readonly y: number };

export type Configuration = ChartConfiguration<'line' | 'bar', Datum[], string>;
