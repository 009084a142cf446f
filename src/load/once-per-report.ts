import { keptBy } from '../cache/kept-by.ts';
import type { Report } from './report.ts';

/** What follows from a report and is asked for again and again: found once. */
export function oncePerReport<Found>(find: (report: Report) => Found): (report: Report) => Found {
  const keep = keptBy<Report, Found>();
  return (report) => keep(report, [], () => find(report));
}
