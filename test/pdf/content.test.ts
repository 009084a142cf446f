import { expect, test } from 'vitest';
import { dropLabels, lacksLetters, markArtifacts, plainLetters, readLabels, readSayings } from '../../src/pdf/content.ts';

const RULE = '/H1 <</MCID 0 >>BDC\n0 29708 628 2 re\nf\nEMC';
const TEXT = '/P <</MCID 1 >>BDC\nBT\n/F4 12 Tf\n<046f> Tj\nET\nEMC';
const LIGATURE = '/P <</MCID 2 >>BDC\nBT\n/Span<</ActualText <feff00660069> >> BDC\n<0001> Tj\nEMC\n6 0 Td <0002> Tj\nET\nEMC';
const HEAD = 'BT\n/F4 10 Tf\n<001a> Tj\nET';

test('tells what says something from mere lines', () => {
  expect([...readSayings([RULE, TEXT, LIGATURE, HEAD].join('\n'))]).toEqual([1, 2]);
});

test('marks as artifacts what stands outside the structure, and what is left out of it', () => {
  const marked = markArtifacts([HEAD, RULE, TEXT, LIGATURE, '0 0 1 1 re\nf'].join('\n'), (mcid) => mcid > 0);
  expect(marked.replace(/\n+/g, '\n')).toBe([
    '', '/Artifact <</Type /Pagination>> BDC', HEAD, 'EMC',
    '/Artifact <</Type /Layout>> BDC', '0 29708 628 2 re', 'f', 'EMC',
    '', TEXT, LIGATURE, '/Artifact <</Type /Layout>> BDC', '0 0 1 1 re', 'f', 'EMC', '',
  ].join('\n').replace(/\n+/g, '\n'));
});

test('what draws nothing is left as it is', () => {
  expect(markArtifacts('q\n.24 0 0 -.24 0 842 cm\nQ', () => true)).toBe('q\n.24 0 0 -.24 0 842 cm\nQ');
});

test.each(['feff00ad', 'FEFF00AD'])('a place where a word may be broken draws nothing, and the letters after it keep their place: %s', (hyphen) => {
  const content = `<0051> Tj\n/Span<</ActualText <${hyphen}> >> BDC\n9.92 0 Td <0001> Tj\nEMC\n0 0 Td <0053> Tj`;
  expect(plainLetters(content)).toBe('<0051> Tj\n9.92 0 Td 0 0 Td <0053> Tj');
});

test('a space that does not break is a space, and other letters keep what they say', () => {
  const space = '/F5 24 Tf\n1 0 0 -1 30.9 93 Tm\n<0001> Tj\n';
  expect(plainLetters(`/Span<</ActualText <feff00a0> >> BDC\n${space}EMC\n5.4 0 Td <0024> Tj`)).toBe(`${space}5.4 0 Td <0024> Tj`);
  expect(plainLetters(LIGATURE)).toBe(LIGATURE);
});

test.each([['<0000> Tj', true], ['<00120000> Tj', true], ['<12000012> Tj', false], ['<0012> Tj', false]])('tells whether %s draws a letter that the typeface lacks', (content, expected) => {
  expect(lacksLetters(content)).toBe(expected);
});

/** As Skia writes rgb(253, 1, 4). */
const LABEL = '.9922 .0039 .0157 RG .9922 .0039 .0157 rg\nBT\n<0011> Tj\nET';

test('knows the labels of tables by their colour, and leaves out those that are not wanted', () => {
  const content = `${LABEL}\n0 0 0 RG 0 0 0 rg\n${HEAD}`;
  expect(readLabels(content)).toEqual([{ place: 'head', table: 260 }]);
  expect(dropLabels(content, () => false)).not.toContain('<0011>');
  expect(dropLabels(content, () => false)).toContain('<001a>');
  expect(dropLabels(content, () => true)).toContain('0 0 0 RG 0 0 0 rg\nBT\n<0011> Tj\nET');
});
