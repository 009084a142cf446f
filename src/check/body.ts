import { computeAnew } from '../cache/remember.ts';
import type { Remember } from '../cache/remember.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Beside, Body } from '../load/files.ts';
import type { Report } from '../load/report.ts';
import { checkArticles } from './articles.ts';
import { checkData } from './check.ts';
import type { CheckResult } from './check.ts';
import { checkPublished } from './published.ts';

/** Checks all that a body brings: its data, its pages of prose, and the files that it publishes as they are. Pure. */
export function checkBody(body: Body, remember: Remember = computeAnew): CheckResult {
  const checked = checkData(body.data, remember, body.fonts);
  return { ...checked, diagnostics: sortDiagnostics([...checked.diagnostics, ...checkBeside(body, checked.model?.report)]) };
}

/** The same of what is there beside the data. Without a report, what only the data know is not asked. */
export function checkBeside(beside: Beside, report: Report | undefined): Diagnostic[] {
  return [...checkArticles(beside, report), ...checkPublished(beside.published, report?.languages.tags ?? [])];
}
