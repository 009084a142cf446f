import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { changeOf, shownChange } from '../../src/derive/change.ts';
import { formatQuantity } from '../../src/format/quantity.ts';
import { STYLES } from '../../src/format/styles.ts';
import type { DataFile } from '../../src/load/files.ts';
import { scaleFor } from '../../src/view/axis-scale.ts';
import { Edition } from '../../src/view/edition.ts';
import { baseFiles } from './mistakes.ts';

/** Rates that are no percentages stand before the one that is: a rate per thousand, and stars. */
const UNITS = `units:
  - id: per-thousand
    kind: rate
    label: { ja: { other: 冊（千人当たり） }, en: { other: "per 1,000 readers" } }
  - id: stars
    kind: rate
    label: { ja: { other: 点 }, en: { one: star, other: stars } }
`;

function indicator(id: string, unit: string, lines: string): DataFile {
  return {
    file: `data/indicators/lending/${id}.yaml`,
    bytes: Buffer.from(`id: ${id}
name: { ja: 試し, en: A trial }
section: lending
unit: ${unit}
kind: ${unit === 'books' ? 'flow' : 'rate'}
better: higher
definition: { ja: 試しです。, en: A trial. }
source: { document: progress-2025, page: 1 }
${lines}`),
  };
}

function checkWith(...files: DataFile[]): ReturnType<typeof checkData> {
  const base = baseFiles().map(({ file, bytes }) =>
    ({ file, bytes: file === 'data/units.yaml' ? Buffer.from(new TextDecoder().decode(bytes).replace('units:\n', UNITS)) : bytes }));
  return checkData([...base, ...files]);
}

const told = ({ diagnostics }: ReturnType<typeof checkData>) => diagnostics.map(({ code, line }) => `${code} ${line}`);

const OBSERVED = (before: string, now: string, change: string) =>
  `observations:\n  - at: FY2023\n    value: ${before}\n  - at: FY2024\n    value: ${now}\n    change: ${change}\n`;

describe('a rate that is no percentage', () => {
  test('may print its changes in its own unit', () => {
    expect(told(checkWith(indicator('trial', 'per-thousand', OBSERVED('3.6 per 1,000 readers', '3.4 per 1,000 readers', '-0.2 per 1,000 readers'))))).toEqual([]);
    expect(told(checkWith(indicator('trial', 'stars', OBSERVED('3.8 stars', '4.0 stars', '+0.2 stars'))))).toEqual([]);
  });

  test('is not what shares and rates of change are in, wherever it stands among the units', () => {
    const checked = checkWith(indicator('trial', 'books', `change: percent_change\n${OBSERVED('200冊', '250冊', '+25.0%')}`));
    expect(told(checked)).toEqual([]);
    const { report } = checked.model!;
    const change = changeOf(report, report.indicators.get('trial')!, 'FY2024')!;
    expect(formatQuantity(shownChange(change)!, STYLES.en, report.units)).toBe('+25.0%');
    expect(change.computed?.unit).toBe('percent');
  });

  test('whose change is printed in % is told so, as a number of books is', () => {
    expect(told(checkWith(indicator('trial', 'per-thousand', OBSERVED('3.6 per 1,000 readers', '3.4 per 1,000 readers', '"-5.6%"'))))).toEqual(['change-in-percent 14']);
  });

  test('has its unit once at the axis of a chart, where a percentage has its sign at each mark', () => {
    const { model } = checkWith(indicator('trial', 'per-thousand', OBSERVED('3.6 per 1,000 readers', '3.4 per 1,000 readers', '-0.2 per 1,000 readers')));
    const edition = new Edition(model!, 'en', '/');
    const scaleOf = (id: string) => scaleFor(edition, model!.report.indicators.get(id)!, ['FY2024']);
    expect(scaleOf('trial')).toMatchObject({ suffix: '', unit: expect.stringContaining('per 1,000 readers') });
    expect(scaleOf('return-rate')).toMatchObject({ suffix: '%' });
  });
});
