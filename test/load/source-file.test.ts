import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { parseSource } from '../../src/load/source-file.ts';

const source = (text: string) => parseSource('a.yaml', new TextEncoder().encode(text));
const place = (text: string, path: Problem['path'], rest: Partial<Problem> = {}) => {
  const { line, column, endColumn } = source(text).locate({
    severity: 'error',
    code: 'x',
    file: 'a.yaml',
    path,
    message: { ja: '', en: '' },
    ...rest,
  });
  return [line, column, endColumn];
};

describe('places', () => {
  const text =
    'list:\n  - at: a\n    value: "12 人"\n  - at: b\n    text: |-\n      一つ 14 と\n      14 つ\n    none:\n';

  test.each<[string, Problem['path'], Partial<Problem>, number[]]>([
    ['a value', ['list', 0, 'at'], {}, [2, 9, 10]],
    ['a key', ['list', 0, 'value'], { at: 'key' }, [3, 5, 10]],
    ['a list item: its first key', ['list', 1], {}, [4, 5, 7]],
    ['a missing key: its parent', ['list', 1], { at: 'key' }, [4, 5, 7]],
    ['what does not exist: the nearest that does', ['list', 1, 'nothing', 'at', 'all'], {}, [4, 5, 7]],
    ['an empty value: its key', ['list', 1, 'none'], {}, [8, 5, 9]],
    ['a part of a quoted value', ['list', 0, 'value'], { span: { offset: 3, length: 1 } }, [3, 16, 17]],
    ['a part of a block of text', ['list', 1, 'text'], { span: { offset: 3, length: 2 } }, [6, 10, 12]],
    ['the second of the same parts', ['list', 1, 'text'], { span: { offset: 8, length: 2 } }, [7, 7, 9]],
    ['the whole file: its first key', [], {}, [1, 1, 5]],
  ])('%s', (_name, path, rest, expected) => {
    expect(place(text, path, rest)).toEqual(expected);
  });

  test('are the same with the line endings of Windows', () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(place(windows, ['list', 1, 'text'], { span: { offset: 8, length: 2 } })).toEqual([7, 7, 9]);
    expect(place(windows, ['list', 1, 'at'])).toEqual([4, 9, 10]);
  });
});

describe('values', () => {
  test('are read in spite of a byte order mark and Windows line endings', () => {
    expect(source('\uFEFFa: |-\r\n  x\r\n  y\r\nb: z\r\n')).toMatchObject({
      value: { a: 'x\ny', b: 'z' },
      diagnostics: [{ code: 'bom' }, { code: 'crlf' }],
    });
  });

  test('keep how a number is typed', () => {
    expect(source('a: 72.0\n').typed(['a'])).toBe('72.0');
    expect(source('a: 1e3\n').typed(['a'])).toBe('1e3');
  });

  test('a date is text, and yes and no are words', () => {
    expect(source('a: 2025-09-30\nb: yes\nc: 2025-09\n').value).toEqual({
      a: '2025-09-30',
      b: 'yes',
      c: '2025-09',
    });
  });
});

describe('what would cost too much is refused at once', () => {
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['list marks', '- '.repeat(10_000)],
    ['a line of dashes', '-'.repeat(3_900_000)],
    ['indentation', Array.from({ length: 3_000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['brackets on lines of their own', '[\n'.repeat(20_000)],
    [
      'a bomb of aliases',
      Array.from(
        { length: 50 },
        (_, index) => `k${index + 1}: &k${index + 1} [*k${index},*k${index},*k${index}]\n`,
      ).join(''),
    ],
    ['the same key, by the ten thousand', 'a: b\n'.repeat(20_000)],
    ['names, by the ten thousand', Array.from({ length: 40_000 }, (_, index) => `k${index}: b\n`).join('')],
    ['commas', `[${','.repeat(1_000_000)}]`],
    ['brackets one behind the other', '{}'.repeat(400_000)],
    ['marks', '! '.repeat(450_000)],
    ['five megabytes', 'a: b\n'.repeat(1_000_000)],
  ])('%s', (_name, text) => {
    const { value, diagnostics } = source(text);
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(102);
  });
});

describe('what nobody sees is told where it stands', () => {
  test.each([
    ['a blank without width', 'a: x\u200By', 5],
    ['a mark of direction', 'a: x\u200Fy', 5],
    ['a byte order mark within', 'a: x\uFEFFy', 5],
    ['a tag', 'a: x\u{E0041}y', 5],
    ['a break that is none', 'a: x\u2028y', 5],
    ['an escaped tag', 'a: "\\U000E0041"', 4],
    ['an escaped mark of direction', 'a: "\\u200F"', 4],
  ])('%s', (_name, text, column) => {
    expect(source(text).diagnostics).toMatchObject([{ code: 'hidden-character', line: 1, column }]);
  });

  test('letters that their script gives marks are letters; marks upon marks are told', () => {
    for (const text of ['Tiếng Việt'.normalize('NFD'), 'ปู่ย่า ผู้ใหญ่', 'בְּרֵאשִׁ֖ית', 'हिन्दी', 'a\u0301\u0302\u0303\u0304\u0305'])
      expect(source(`a: ${text}\n`).diagnostics, text).toEqual([]);
    expect(source('a: a\u0301\u0302\u0303\u0304\u0305\u0306\n').diagnostics).toMatchObject([{ code: 'stacked-marks', column: 5, endColumn: 11 }]);
  });

  test('but what is written from the right needs marks of direction, and families their joiners', () => {
    expect(source('a: שלום\u200F!\n').diagnostics).toEqual([]);
    expect(source('a: 👩\u200D👧\n').diagnostics).toEqual([]);
  });
});
