import type { Localized } from '../locale.ts';
import type { Severity } from './diagnostic.ts';

/** Keys and indexes from the root of a YAML file, e.g. `['observations', 3, 'value']`. */
export type Path = readonly (string | number)[];

/** A problem found in values, before it is known where in the text it stands. */
export interface Problem {
  readonly severity: Severity;
  readonly code: string;
  readonly file: string;
  readonly path: Path;
  /** Underline the key rather than the value. */
  readonly at?: 'key';
  /** Part of the scalar's text to underline. */
  readonly span?: { readonly offset: number; readonly length: number };
  readonly message: Localized;
  readonly repair?: Localized;
}
