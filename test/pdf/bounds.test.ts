import { expect, test } from 'vitest';
import { boundsOf } from '../../src/pdf/bounds.ts';

/** A page as Chromium writes it: its axis points down, a pixel is 0.75 points. */
const page = (content: string) => `.75 0 0 -.75 0 800 cm\nq\n1 0 0 1 100 200 cm\n${content}\nQ\n`;

test('holds what is drawn under the number, where the page puts it, and nothing else', () => {
  const content = page('0 0 400 2 re\nf\n/Figure <</MCID 3 >>BDC\n10 20 m\n110 60 l\nS\nEMC\n/P <</MCID 4 >>BDC\n0 0 300 300 re\nf\nEMC');
  expect(boundsOf(content, 3)).toEqual([82.5, 605, 157.5, 635]);
  expect(boundsOf(content, 5)).toBeUndefined();
});

test('counts letters, and what stands between the marks within', () => {
  const content = page('/Figure <</MCID 0 >>BDC\n/Span<</ActualText <feff0041> >> BDC\nBT\n/F4 10 Tf\n1 0 0 -1 40 50 Tm\n<0001> Tj\n20 0 Td <0002> Tj\nET\nEMC\n0 0 m\n1 1 l\nS\nEMC');
  expect(boundsOf(content, 0)).toEqual([75, 611, 127.5, 650]);
});

test('where drawing is only allowed, nothing is drawn', () => {
  expect(boundsOf(page('/Figure <</MCID 0 >>BDC\n0 0 500 500 re\nW* n\n0 0 10 10 re\nf\nEMC'), 0)).toEqual([75, 642.5, 82.5, 650]);
});
