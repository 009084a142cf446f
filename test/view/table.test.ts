import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewTable } from '../../src/view/table.ts';
import { baseFiles } from '../check/mistakes.ts';

const { model } = checkData(baseFiles());
const section = model!.report.sections[0]!;

test('a unit stands once in the head of a row, also where a share stands beside the numbers', () => {
  const [table] = section.data.tables ?? [];
  const label = { ja: '貸出冊数', en: 'Loans' };
  const rows = [
    { label, cells: ['loans@FY2023', 'return-rate@2025-09'] },
    { label: { ja: '返却率', en: 'Return rate' }, cells: ['return-rate@2024-09', 'return-rate@2025-09'] },
  ];
  const view = viewTable(new Edition(model!, 'en', '/'), section, { ...table!, rows });
  expect(view.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toEqual([
    ['Loans (books)', expect.stringMatching(/^[\d,]+$/), expect.stringMatching(/^[\d.]+%$/)],
    ['Return rate', expect.stringMatching(/^[\d.]+%$/), expect.stringMatching(/^[\d.]+%$/)],
  ]);
});
