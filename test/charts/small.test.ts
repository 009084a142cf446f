import { expect, test } from 'vitest';
import { bullet } from '../../src/charts/bullet.ts';
import { changeMark } from '../../src/charts/change-mark.ts';
import { sparkline } from '../../src/charts/sparkline.ts';

test('a sparkline falls where the figures rise on paper: y counts down', () => {
  expect(sparkline(['1', '2', '3'])).toBe('<svg class="sparkline" viewBox="0 0 84 22" width="84" height="22"'
    + ' aria-hidden="true" focusable="false" fill="none"><path class="spark-line" d="M4 18l38-7L80 4"/>'
    + '<circle class="spark-last" cx="80" cy="4" r="3"/></svg>');
});

test('a sparkline is interrupted by a gap, and nothing without two values', () => {
  expect(sparkline(['1', '2', null, '3', '4']).match(/M|m/g)).toHaveLength(2);
  expect(sparkline(['1', null])).toBe('');
  expect(sparkline([])).toBe('');
});

test('a sparkline marks the best level, which may be the lowest', () => {
  expect(sparkline(['1', '3', '2'], 'higher')).toContain('<path class="spark-best" d="M0 4H84"/>');
  expect(sparkline(['1', '3', '2'], 'lower')).toContain('<path class="spark-best" d="M0 18H84"/>');
});

test('a bullet begins at zero and holds value, target and last year', () => {
  const svg = bullet({ value: '50', target: '100', lastYear: '25', label: '現在50、目標100' });
  expect(svg).toContain('aria-label="現在50、目標100"');
  expect(svg).toContain('class="bullet-value" d="M4 8H158V18H4z"');
  expect(svg).toContain('class="bullet-target" d="M312 1V25"');
  expect(svg).toContain('class="bullet-last" d="M81 3V23"');
});

test('a change is told in words; the arrow is left out when read aloud', () => {
  expect(changeMark('down', '5.5% & more', 'bad'))
    .toBe('<span class="change-mark bad"><span aria-hidden="true">↓</span>5.5% &amp; more</span>');
});
