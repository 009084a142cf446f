import type { Remember } from '../cache/remember.ts';
import type { ReportModel } from '../derive/model.ts';
import type { Beside } from '../load/files.ts';

/** What a build has at hand when it begins with the pages. */
export interface Handed {
  readonly model: ReportModel;
  /** What the body brings beside its data, as it was checked. */
  readonly beside: Beside;
  readonly remember: Remember;
}

/** The pages are bundled, and share nothing with the build that runs them but the process. */
const place = globalThis as { [key: symbol]: Handed | undefined };
const KEY = Symbol.for('nenpo.handed');

export function handOver(handed: Handed): void {
  place[KEY] = handed;
}

/** Nothing in development, where every request looks at the data anew. */
export function handedOver(): Handed | undefined {
  return place[KEY];
}
