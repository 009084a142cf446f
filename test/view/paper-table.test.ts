import { describe, expect, test } from 'vitest';
import { LANGUAGES, sayIn } from '../../src/i18n/language.ts';
import type { Tongue } from '../../src/locale.ts';
import type { Edition } from '../../src/view/edition.ts';
import { layOutTable } from '../../src/view/paper-table.ts';
import type { CellView, RowView, TableView } from '../../src/view/table.ts';

function inLanguage(locale: Tongue): Edition {
  const t = sayIn(LANGUAGES[locale]);
  const edition = { locale, t, bracket: (text: string) => t('bracket', text) };
  return edition as unknown as Edition;
}

function table(columns: number, rows: readonly RowView[]): TableView {
  const head = [Array.from({ length: columns }, (_, index) => ({ text: `FY${2014 + index}`, colSpan: 1, rowSpan: 1 }))];
  return { id: 't', title: 't', head, rows, hasGroups: rows.some(({ group }) => group), notes: [], source: '' };
}

function row(label: string, cells: readonly CellView[], group?: RowView['group']): RowView {
  return { label, role: 'part', cells, ...(group ? { group } : {}) };
}

function same(count: number, cell: CellView): CellView[] {
  return Array.from({ length: count }, () => cell);
}

describe('the unit of a row', () => {
  test('stands once, at its name, and so does that of the figures in brackets', () => {
    const { rows } = layOutTable(inLanguage('ja'), table(6, [
      row('被保険者数', same(6, { text: '1,742万人', extra: '（▲3.5%）' })),
      row('免除率', same(6, { text: '35.1%', extra: '（+1.0ポイント）' })),
      row('事業所数', same(6, { text: '2,109,345事業所', extra: '（▲920事業所）' })),
    ]));
    expect(rows.map(({ label }) => label)).toEqual(['被保険者数（万人）', '免除率（括弧内はポイント）', '事業所数（事業所）']);
    expect(rows.map(({ cells }) => [cells[0]!.text, cells[0]!.extra])).toEqual([
      ['1,742', '（▲3.5%）'], ['35.1%', '（+1.0）'], ['2,109,345', '（▲920）'],
    ]);
  });

  test('keeps a sign before the number, and joins the unit that the name already has', () => {
    const { rows } = layOutTable(inLanguage('en'), table(6, [
      row('Outstanding', [{ text: '−¥39.5 billion' }, ...same(5, { text: '¥18,457.2 billion' })]),
      row('Insured persons (people)', same(6, { text: '17.42 million' })),
    ]));
    expect(rows.map(({ label }) => label)).toEqual(['Outstanding (¥\u00a0billion)', 'Insured persons (million people)']);
    expect(rows[0]!.cells.slice(0, 2).map(({ text }) => text)).toEqual(['−39.5', '18,457.2']);
  });

  test('moves to the name of the group where all its rows share it', () => {
    const yen = same(6, { text: '385億円' });
    const { rows } = layOutTable(inLanguage('ja'), table(6, [
      row('厚生年金', yen, { text: '決定額', rowSpan: 2 }), row('船員保険', yen),
      row('厚生年金', yen, { text: '収納', rowSpan: 2 }), row('収納率', same(6, { text: '98.3%' })),
    ]));
    expect(rows.map(({ group, label }) => [group?.text, label])).toEqual([
      ['決定額（億円）', '厚生年金'], [undefined, '船員保険'], ['収納', '厚生年金（億円）'], [undefined, '収納率'],
    ]);
  });

  test('stays in the cells where units differ, where a figure is qualified, and in tables of few columns', () => {
    const mixed = row('予定', [{ text: '10件' }, { text: '50.0%' }, ...same(4, { text: '約97万人程度' })]);
    expect(layOutTable(inLanguage('ja'), table(6, [mixed])).rows).toEqual([mixed]);
    const few = row('被保険者数', same(3, { text: '1,742万人' }));
    expect(layOutTable(inLanguage('ja'), table(3, [few])).rows).toEqual([few]);
  });

  test('is that which figures of different scales share', () => {
    const { rows } = layOutTable(inLanguage('ja'), table(6, [
      row('適用', [{ text: '97.1万事業所' }, ...same(5, { text: '977,471事業所' })]),
    ]));
    expect([rows[0]!.label, ...rows[0]!.cells.slice(0, 2).map(({ text }) => text)]).toEqual(['適用（事業所）', '97.1万', '977,471']);
  });

  test('what is missing has none', () => {
    const { rows } = layOutTable(inLanguage('ja'), table(6, [
      row('件数', [{ text: '' }, { text: '原資料で欠落', absent: true }, ...same(4, { text: '10件' })]),
    ]));
    expect(rows[0]!.cells.map(({ text }) => text)).toEqual(['', '原資料で欠落', '10', '10', '10', '10']);
  });
});

describe('the page', () => {
  const layout = (columns: number, text: string) => layOutTable(inLanguage('ja'), table(columns, [row('数', same(columns, { text }))])).layout;

  test('is upright, then in small type, then across, as the figures need it', () => {
    expect([layout(5, '18,457,212人'), layout(12, '72.5%'), layout(13, '18,457,212人')]).toEqual(['upright', 'dense', 'across']);
  });

  test('gives its whole width to the columns', () => {
    for (const columns of [1, 4, 8, 13]) {
      const { widths } = layOutTable(inLanguage('ja'), table(columns, [row('数', same(columns, { text: '10件' }))]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
    }
  });
});
