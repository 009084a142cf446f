import { page } from '../src/i18n/paths.ts';
import type { Edition } from '../src/view/edition.ts';
import { comparableJson } from '../src/view/comparable.ts';
import { writeFiles } from './write-files.ts';

/** Writes what the page that compares indicators fetches, beside it. */
export function writeSeries(dist: string, edition: Edition): void {
  for (const [id, indicator] of edition.model.report.indicators)
    writeFiles(dist, [{ path: `${edition.locale}/${page.series()}${id}.json`, content: comparableJson(edition, indicator) }]);
}
