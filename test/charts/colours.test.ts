import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { propertyOf, ROLES, SHARES } from '../../src/charts/theme.ts';
import type { Role } from '../../src/charts/theme.ts';

const css = readFileSync(new URL('../../src/styles/chart.css', import.meta.url), 'utf8');
const roles = Object.keys(ROLES) as Role[];

/** The role's colours on a light and on a dark page. */
function coloursOf(role: Role): { light: string; dark: string } {
  const pair = new RegExp(`${propertyOf(role)}: light-dark\\((#\\w{6}), (#\\w{6})\\)`);
  const [, light = '', dark = ''] = pair.exec(css) ?? [];
  return { light, dark };
}

/** As WCAG has it: 1 to 21. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(roles)('%s has the colour of a saved picture on the page too', (role) => {
  expect(coloursOf(role).light).toBe(ROLES[role]);
  expect(css).toContain(`${propertyOf(role)}: ${ROLES[role]};`);
});

describe.each(['light', 'dark'] as const)('on a %s page', (page) => {
  const ground = coloursOf('ground')[page];

  const marks = ['series1', 'series2', 'series3', 'quiet', 'target', 'axis'] as const;

  test.each(marks)('%s is seen: 3:1', (role) => {
    expect(contrast(coloursOf(role)[page], ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(['text', 'muted', 'series1', 'series2', 'series3'] as const)('%s is read: 4.5:1', (role) => {
    expect(contrast(coloursOf(role)[page], ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(coloursOf('text')[page], coloursOf('band')[page])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHARES.map(({ fill, text }) => [fill, text] as const))('on %s, %s is read: 4.5:1', (fill, text) => {
    expect(contrast(coloursOf(fill)[page], coloursOf(text)[page])).toBeGreaterThanOrEqual(4.5);
  });

  test('neighbouring parts differ in lightness alone: 3:1', () => {
    for (const [index, { fill }] of SHARES.entries()) {
      const next = SHARES[(index + 1) % SHARES.length]?.fill ?? fill;
      expect(contrast(coloursOf(fill)[page], coloursOf(next)[page]), `${fill} ${next}`).toBeGreaterThanOrEqual(3);
    }
  });
});

test.each(['good', 'bad'])('a change for the %s is read on either page: 4.5:1', (tone) => {
  const [, light = '', dark = ''] = new RegExp(`\\.change-mark\\.${tone} \\{ color: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  expect(contrast(light, coloursOf('ground').light)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(dark, coloursOf('ground').dark)).toBeGreaterThanOrEqual(4.5);
});
