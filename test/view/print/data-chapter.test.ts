import { expect, test } from 'vitest';
import type { DataChapter } from '../../../src/view/print/data-chapter.ts';
import { viewPrint } from '../../../src/view/print/print.ts';
import { Edition } from '../../../src/view/edition.ts';
import { deriveBody } from '../../derive/body.ts';

const model = deriveBody({ series: {
  lent: { unit: 'books', kind: 'flow', better: 'neutral', values: { FY2024: '40冊' } },
  rate: { values: { FY2024: '70.0%' } },
} });

test.each([
  ['ja', ['単位: 冊', '単位: %　望ましい向き: 高いほど良い']],
  ['en', ['Unit: books', 'Unit: % · Better when: Higher']],
])('the facts of an indicator are told from their names, in %s', (locale, facts) => {
  const { parts } = viewPrint(new Edition(model, locale, '/', true), 'data-book');
  const entries = parts.flatMap(({ chapters }) => chapters).flatMap((chapter) => [...((chapter as DataChapter).entries?.values() ?? [])]);
  expect(entries.map((entry) => entry.facts)).toEqual(facts);
});
