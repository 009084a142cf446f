import { computeAnew } from '../cache/remember.ts';
import type { Remember } from '../cache/remember.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { DataFile } from '../load/files.ts';
import { loadReport } from '../load/load.ts';
import { firstOfEachFile } from '../load/most-told.ts';
import { deriveModel } from '../derive/model.ts';
import type { ReportModel } from '../derive/model.ts';
import { keptFindings } from '../derive/kept.ts';
import { checkCounts } from './counts.ts';
import { checkCycles } from './cycles.ts';
import { checkEntries } from './entries.ts';
import { checkEras } from './eras.ts';
import { checkFigures } from './figures.ts';
import { checkFinances } from './finance.ts';
import { weighFindings } from './finding.ts';
import { checkIds } from './ids.ts';
import { checkLabels } from './labels.ts';
import { checkLanguages } from './languages.ts';
import { checkLevels } from './levels.ts';
import { checkMeans } from './means.ts';
import { checkNotes } from './notes.ts';
import { checkPages } from './pages.ts';
import { checkPercent } from './percent.ts';
import { checkProse } from './prose.ts';
import { checkRedirects } from './redirects.ts';
import { checkReferences } from './references.ts';
import { checkSeries } from './series.ts';
import { checkReports } from './reports.ts';
import { checkShares } from './shares.ts';
import { checkSigns } from './signs.ts';
import { checkStatuses } from './statuses.ts';
import { checkTargets } from './targets.ts';
import { checkTime } from './time.ts';
import { checkTitles } from './titles.ts';
import { checkTranslations } from './translations.ts';
import { checkTypefaces } from './typefaces.ts';
import { checkUnused } from './unused.ts';
import { checkWaivers } from './waivers.ts';
import { checkWordings } from './wordings.ts';

export interface CheckResult {
  /** Present when the data could be read as a whole; it may still have errors. */
  readonly model?: ReportModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Where in its file a value stands that is no problem: for lists of what has changed. */
  locate(problems: readonly Problem[]): Diagnostic[];
}

/** Reads, derives and checks the data; every problem at once. Pure. `fonts`: the files of `data/fonts/`, which are not looked at unless given. */
export function checkData(files: readonly DataFile[], remember: Remember = computeAnew, fonts?: readonly DataFile[]): CheckResult {
  const { report, diagnostics, locate } = loadReport(files, remember);
  if (!report) return { diagnostics, locate };
  const model = deriveModel(report);
  const verdicts = [...model.verdictsById.values()];
  const problems = [
    ...(hasErrors(diagnostics) ? [] : checkReports(report)),
    ...checkLanguages(report),
    ...checkTypefaces(report, fonts),
    ...checkIds(report),
    ...checkEntries(report),
    ...checkReferences(report),
    ...checkCycles(report),
    ...checkUnused(report),
    ...checkPages(report),
    ...checkRedirects(report),
    ...checkFinances(report),
    ...checkTitles(report),
    ...checkTranslations(report),
    ...checkTime(report),
    ...checkLevels(report),
    ...checkEras(report),
    ...checkFigures(report, model.checks),
    ...weighFindings(
      [
        ...checkSigns(report, model.checks),
        ...checkPercent(report, model.checks),
        ...checkSeries(report, model.checksById),
        ...checkShares(report),
        ...checkLabels(report),
        ...checkCounts(report),
      ],
      keptFindings(report),
      report.unread.size === 0,
    ),
    ...checkWaivers(report, model.checks),
    ...checkMeans(report),
    ...checkNotes(report),
    ...checkTargets(report, verdicts),
    ...checkWordings(report),
    ...checkStatuses(report, verdicts),
    ...checkProse(report),
  ];
  return { model, diagnostics: sortDiagnostics([...diagnostics, ...locate(firstOfEachFile(problems))]), locate };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
