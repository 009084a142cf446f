import { expect, test } from 'vitest';
import { parseReference, splitProse } from '../../src/prose/reference.ts';

test.each([
  ['x-rate@2025-09', { kind: 'figure', id: 'x-rate', at: '2025-09', as: 'value' }],
  ['x-rate@FY2024:change', { kind: 'figure', id: 'x-rate', at: 'FY2024', as: 'change' }],
  ['x-rate@2025-09-30:delta', { kind: 'figure', id: 'x-rate', at: '2025-09-30', as: 'delta' }],
  [' arrivals ', { kind: 'figure', id: 'arrivals', as: 'value' }],
  ['arrivals:size', { kind: 'figure', id: 'arrivals', as: 'size' }],
  ['FY2025', { kind: 'period', period: 'FY2025', as: 'span' }],
  ['FY2025:end', { kind: 'period', period: 'FY2025', as: 'point' }],
  ['2025-09', { kind: 'period', period: '2025-09', as: 'point' }],
  ['2025-05:month', { kind: 'period', period: '2025-05', as: 'span' }],
  ['month:4', { kind: 'month', month: 4 }],
  ['month:12', { kind: 'month', month: 12 }],
  ['20', { kind: 'number', text: '20' }],
  ['1.0', { kind: 'number', text: '1.0' }],
  ['1万', { kind: 'number', text: '1万' }],
  ['section:np-collection', { kind: 'link', to: 'section', id: 'np-collection' }],
  ['ruby:督促|とくそく', { kind: 'ruby', text: '督促', reading: 'とくそく' }],
  ['table:np-collection/rates', { kind: 'link', to: 'table', id: 'np-collection/rates' }],
])('{%s} is read', (inside, reference) => {
  expect(parseReference(inside)).toEqual(reference);
});

test.each([
  '',
  'two words',
  'month:0',
  'month:13',
  'month:04',
  'ruby:督促',
  'ruby:督促|',
  'x@',
  'x@2025',
  'x@2025-13',
  'x@2025-09:rise',
  'FY2025:month:x',
  'page:home',
  'X-rate',
  '２０',
  '20%',
  'section:../etc',
])('{%s} is not understood', (inside) => {
  expect(parseReference(inside)).toBeNull();
});

test('a text is split at its braces, and put together again', () => {
  const text = '率は{x@2025-09}、\\{そのまま}、{?}。';
  const pieces = splitProse(text);
  expect(pieces.map(({ raw }) => raw).join('')).toBe(text);
  expect(pieces.map(({ offset }) => offset)).toEqual([0, 2, 13, 22, 25]);
  expect(
    pieces.map(({ reference }) => (reference === undefined ? 'text' : (reference?.kind ?? 'unread'))),
  ).toEqual(['text', 'figure', 'text', 'unread', 'text']);
});
