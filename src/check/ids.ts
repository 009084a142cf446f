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
    ...checkPlaces(report),
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

/** Places that pages have themselves: on every page, and on those where the ids of such a file are places too. */
const OF_EVERY_PAGE = ['main', 'search-query', 'search-hint', 'page-terms'];
const OF_A_SECTION = ['targets', 'issues', 'reference'];
const OF_A_PLAN = ['concept', 'targets', 'course'];
const OF_A_BUDGET = ['comparison', 'plans'];
const OF_THE_LISTS = ['all-indicators', 'all-targets'];

/** An id that is a place on a page, or its address, must not be one that the page has already. */
function checkPlaces({ outline, documents, glossary, indicators, sections, midTerms, finances }: Report): Problem[] {
  const find = (file: string, entries: readonly Placed[], taken: readonly string[]) =>
    entries.flatMap(({ id, path }) => (taken.includes(id) ? [problem('reserved-id', file, path, RESERVED(id), { ja: '別の id を付けてください。', en: 'Choose another id.' })] : []));
  const named = (kind: string, entries: readonly { readonly id: string }[] = []) => entries.map(({ id }) => `${kind}-${id}`);
  const parts = outline.parts.flatMap((part, p) => part.sections.map(({ id }, s) => ({ id, path: ['parts', p, 'sections', s, 'id'] as Path })));
  return [
    ...find('data/outline.yaml', [...placed(['parts'], outline.parts), ...parts], [...OF_EVERY_PAGE, ...OF_THE_LISTS]),
    ...find('data/documents.yaml', placed(['documents'], [...documents.values()]), OF_EVERY_PAGE),
    ...find('data/glossary.yaml', placed(['terms'], [...glossary.values()]), OF_EVERY_PAGE),
    ...[...indicators.values()].flatMap(({ file, data: { id } }) => find(file, [{ id, path: ['id'] }], ['compare'])),
    ...sections.flatMap(({ file, data }) => find(file, placed(['measures'], data.measures), [
      ...OF_EVERY_PAGE, ...OF_A_SECTION, ...named('clause', data.measures.flatMap(({ clauses }) => clauses)),
      ...named('table', data.tables), ...named('issue', data.issues), ...named('target', data.targets),
    ])),
    ...midTerms.flatMap(({ file, data }) => data.chapters.flatMap(({ measures = [] }, c) => find(file, placed(['chapters', c, 'measures'], measures), [
      ...OF_EVERY_PAGE, ...OF_A_PLAN, ...data.chapters.map((chapter) => chapter.sections.join('-')), ...named('issue', data.chapters.flatMap(({ issues = [] }) => issues)),
    ]))),
    ...finances.flatMap(({ file, data }) => find(file, placed(['breakdowns'], data.breakdowns), [...OF_EVERY_PAGE, ...OF_A_BUDGET])),
  ];
}

interface Placed {
  readonly id: string;
  readonly path: Path;
}

function placed(list: Path, entries: readonly { readonly id: string }[]): Placed[] {
  return entries.map(({ id }, index) => ({ id, path: [...list, index, 'id'] }));
}

const RESERVED = (id: string) => ({
  ja: `「${id}」は、ページのほかの場所の名前です。`,
  en: `“${id}” is the name of another place on the page.`,
});
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
