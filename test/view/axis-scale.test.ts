import { expect, test } from 'vitest';
import { STYLES } from '../../src/format/styles.ts';
import { furtherStyle } from '../../src/format/further.ts';
import { marksOf, percentText } from '../../src/view/axis-scale.ts';
import type { Edition } from '../../src/view/edition.ts';

const inStyle = (style: Edition['style']) => ({ style }) as Edition;

test('a chart is told how a language parts digits only where that is not its own way', () => {
  const german = inStyle(furtherStyle('de', { numbers: { group: '.', decimal: ',' } }, STYLES.en));
  expect(marksOf(german)).toEqual({ group: '.', decimal: ',' });
  expect(percentText(german, '1234.5')).toBe('1.234,5');
  for (const style of [STYLES.ja, STYLES.en]) {
    expect(marksOf(inStyle(style))).toEqual({});
    expect(percentText(inStyle(style), '100.8')).toBe('100.8');
  }
});
