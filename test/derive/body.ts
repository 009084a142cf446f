import { deriveModel } from '../../src/derive/model.ts';
import type { ReportModel } from '../../src/derive/model.ts';
import type { Verdict } from '../../src/derive/verdict.ts';
import type { DataFile } from '../../src/load/files.ts';
import { loadReport } from '../../src/load/load.ts';
import { baseFiles } from '../check/mistakes.ts';

/** An indicator in few words: its values by period, with the printed change where there is one. */
export interface Series {
  readonly unit?: 'percent' | 'books';
  readonly kind?: 'stock' | 'cumulative' | 'flow' | 'rate' | 'duration';
  readonly better?: 'higher' | 'lower' | 'neutral';
  readonly change?: string;
  readonly cohort?: { readonly lag: number; readonly base: string };
  readonly firstMonth?: number;
  readonly status?: string;
  readonly values: Readonly<Record<string, string | readonly [value: string, change: string]>>;
}

export interface Body {
  readonly series: Readonly<Record<string, Series>>;
  readonly targets?: readonly object[];
  /** Figures of the section's text. */
  readonly figures?: readonly object[];
  /** Day of the report; 30 September 2025 unless it matters. */
  readonly asOf?: string;
}

/** The small body of data with these indicators and targets instead of its own. JSON is YAML too. */
export function deriveBody({ series, targets = [], figures = [], asOf = '2025-09-30' }: Body): ReportModel {
  const kept = baseFiles().filter(({ file }) => !/indicators|mid-term|finance|lending\.yaml|report\.yaml/.test(file));
  const written = [
    ...Object.entries(series).map(([id, each]) =>
      asFile(`data/indicators/lending/${id}.yaml`, indicatorOf(id, each)),
    ),
    asFile('data/2025/report.yaml', {
      year: 'FY2025',
      reports: [
        { id: 'r', kind: 'performance', title: NAME, asOf, published: '2026-06', document: 'progress-2025' },
      ],
    }),
    asFile('data/2025/lending.yaml', {
      section: 'lending',
      report: 'r',
      source: SOURCE,
      measures: [
        { id: 'm', title: NAME, clauses: [{ id: 'c', targets: targets.map((_, index) => `t-${index}`) }] },
      ],
      targets: targets.map((target, index) => ({ ...TARGET, id: `t-${index}`, ...target })),
      figures,
    }),
  ];
  const { report, diagnostics } = loadReport([...kept, ...written]);
  if (!report || diagnostics.length > 0)
    throw new Error(JSON.stringify(diagnostics.map(({ message }) => message.en)));
  return deriveModel(report);
}

/** The verdict of one target. */
export function judgeOne(rule: object, body: Omit<Body, 'targets'> & { readonly target?: object }): Verdict {
  const verdict = deriveBody({ ...body, targets: [{ rule, ...body.target }] }).verdictsById.get('t-0');
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

function indicatorOf(
  id: string,
  { unit = 'percent', kind = 'rate', better = 'higher', values, status, ...rest }: Series,
): object {
  const observations = Object.entries(values).map(([at, printed]) => {
    const [value, change] = typeof printed === 'string' ? [printed] : printed;
    return {
      at,
      value,
      ...(change === undefined ? {} : { change }),
      ...(status === undefined ? {} : { status }),
    };
  });
  return {
    id,
    name: NAME,
    section: 'lending',
    unit,
    kind,
    better,
    definition: { ja: '定義' },
    source: SOURCE,
    ...rest,
    observations,
  };
}

const NAME = { ja: '名', en: 'Name' };
const SOURCE = { document: 'progress-2025' };
const TARGET = {
  title: NAME,
  wording: { ja: '目標' },
  year: 'FY2025',
  official: { says: 'not_stated' },
  source: SOURCE,
};

function asFile(file: string, data: object): DataFile {
  return { file, bytes: new TextEncoder().encode(JSON.stringify(data)) };
}
