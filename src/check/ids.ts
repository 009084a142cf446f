import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Report } from '../load/report.ts';
import { checkMidTermIds } from './mid-term.ts';
import { duplicate, duplicates } from './duplicates.ts';
import { problem } from './problem.ts';

/** Names that must be unique, and must agree with the place of their file. */
export function checkIds(report: Report): Problem[] {
  return [
    ...checkFileNames(report),
    ...checkTargetIds(report),
    ...report.sections.flatMap(checkSectionIds),
    ...report.midTerms.flatMap(checkMidTermIds),
    ...checkMidTerms(report),
    ...checkReportIds(report),
    ...checkLists(report),
  ];
}

function checkFileNames(report: Report): Problem[] {
  const known = new Set(report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id)));
  const indicators = [...report.indicators.values()].flatMap(({ file, data }) => {
    const [, , folder, name] = file.split('/');
    return [
      ...(name === `${data.id}.yaml`
        ? []
        : [problem('file-name', file, ['id'], FILE_NAME(data.id), RENAME(`${data.id}.yaml`))]),
      ...(folder === data.section || !known.has(data.section)
        ? []
        : [problem('file-name', file, ['section'], FOLDER(data.section), MOVE(data.section))]),
    ];
  });
  const sections = report.sections.flatMap(({ file, data }) =>
    file.endsWith(`/${data.section}.yaml`)
      ? []
      : [problem('file-name', file, ['section'], FILE_NAME(data.section), RENAME(`${data.section}.yaml`))],
  );
  return [...indicators, ...sections];
}

function checkTargetIds(report: Report): Problem[] {
  const seen = new Map<string, string>();
  return [...report.sections, ...report.midTerms].flatMap(({ file, data }) =>
    (data.targets ?? []).flatMap((target, index) => {
      const earlier = seen.get(target.id);
      seen.set(target.id, file);
      return earlier
        ? [duplicate(file, ['targets', index, 'id'], target.id, earlier === file ? undefined : earlier)]
        : [];
    }),
  );
}

function checkSectionIds({ file, data }: Report['sections'][number]): Problem[] {
  const clauses = data.measures.flatMap((measure, m) =>
    measure.clauses.map((clause, c) => ({
      id: clause.id,
      path: ['measures', m, 'clauses', c, 'id'] as Path,
    })),
  );
  return [
    ...duplicates(
      file,
      data.measures.map(({ id }, index) => ({ id, path: ['measures', index, 'id'] })),
    ),
    ...duplicates(file, clauses),
    ...duplicates(
      file,
      (data.tables ?? []).map(({ id }, index) => ({ id, path: ['tables', index, 'id'] })),
    ),
    ...duplicates(
      file,
      (data.issues ?? []).map(({ id }, index) => ({ id, path: ['issues', index, 'id'] })),
    ),
  ];
}

/** The addresses of the plans' pages are made of their ids. */
function checkMidTerms({ midTerms }: Report): Problem[] {
  return midTerms.flatMap(({ file, data }, index) => {
    const earlier = midTerms.slice(0, index).find((plan) => plan.data.id === data.id);
    return earlier ? [duplicate(file, ['id'], data.id, earlier.file)] : [];
  });
}

/** Reports and medium-term plans are printed side by side. */
function checkReportIds(report: Report): Problem[] {
  const seen = new Map(report.midTerms.map(({ file, data }) => [data.id, file]));
  return report.years.flatMap(({ file, data }) =>
    data.reports.flatMap(({ id }, index) => {
      const earlier = seen.get(id);
      seen.set(id, file);
      return earlier ? [duplicate(file, ['reports', index, 'id'], id, earlier === file ? undefined : earlier)] : [];
    }),
  );
}

/** Parts and sections: their addresses are made of their ids. */
function checkLists({ outline }: Report): Problem[] {
  const parts = outline.parts.map(({ id }, index) => ({ id, path: ['parts', index, 'id'] as Path }));
  const sections = outline.parts.flatMap((part, p) =>
    part.sections.map(({ id }, s) => ({ id, path: ['parts', p, 'sections', s, 'id'] as Path })),
  );
  return [...duplicates('data/outline.yaml', parts), ...duplicates('data/outline.yaml', sections)];
}

const FILE_NAME = (id: string) => ({
  ja: `ファイル名が id「${id}」と違います。`,
  en: `The file name differs from the id “${id}”.`,
});
const RENAME = (name: string) => ({
  ja: `ファイル名を ${name} にするか、id を直してください。`,
  en: `Name the file ${name}, or mend the id.`,
});
const FOLDER = (section: string) => ({
  ja: `フォルダー名が節「${section}」と違います。`,
  en: `The folder differs from the section “${section}”.`,
});
const MOVE = (section: string) => ({
  ja: `data/indicators/${section}/ に置くか、section を直してください。`,
  en: `Move it to data/indicators/${section}/, or mend “section”.`,
});
