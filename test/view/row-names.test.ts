import { expect, test } from 'vitest';
import { nameRows } from '../../src/view/row-names.ts';

const label = (en: string, ja = en) => ({ ja, en });

test('a row is called by its indicator, or by the one that all its cells are of', () => {
  expect(nameRows([
    { indicator: 'np-current-rate' },
    { label: label('Final'), cells: ['np-final-rate@FY2023', ['np-final-rate@FY2024', 'np-final-rate@FY2024:delta'], null] },
  ])).toEqual(['np-current-rate', 'np-final-rate']);
});

test('else by its heading, in a spelling that an address can hold', () => {
  expect(nameRows([{ label: label('Orders, of which “final”', '督促'), cells: ['orders', 'final'] }])).toEqual(['orders-of-which-final']);
  expect(nameRows([{ label: { ja: '督促', fr: 'Mise en demeure réitérée' } as never, cells: ['a'] }])).toEqual(['mise-en-demeure-reiteree']);
});

test('two that are called the same are told apart by their groups, then by their headings, and only then counted', () => {
  const cells = ['a', 'b'];
  expect(nameRows([{ group: label('Men'), label: label('Total'), cells }, { group: label('Women'), label: label('Total'), cells }])).toEqual(['men-total', 'women-total']);
  expect(nameRows([{ indicator: 'rate', label: label('Now') }, { indicator: 'rate', label: label('Then') }])).toEqual(['rate-now', 'rate-then']);
  expect(nameRows([{ indicator: 'rate' }, { indicator: 'rate' }])).toEqual(['rate', 'rate-2']);
  expect(nameRows([{ label: { ja: '督促' } as never, cells }, { label: { ja: '差押え' } as never, cells }])).toEqual(['row-1', 'row-2']);
});

test('a row keeps its name when others come before it', () => {
  const rows = [{ indicator: 'a' }, { label: label('B'), cells: ['x'] }];
  expect(nameRows([{ indicator: 'new' }, ...rows]).slice(1)).toEqual(nameRows(rows));
});
