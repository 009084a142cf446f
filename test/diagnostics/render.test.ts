import { describe, expect, test } from 'vitest';
import { sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import { parseSource } from '../../src/load/source-file.ts';
import { findRefused } from '../../src/prose/refused.ts';

function diagnostic(
  line: number,
  column: number,
  length: number,
  rest: Partial<Diagnostic> = {},
): Diagnostic {
  return {
    severity: 'error',
    code: 'unreadable-figure',
    file: 'data/a.yaml',
    line,
    column,
    endLine: line,
    endColumn: column + length,
    message: { ja: '値が読めません: 「6,4%」。', en: 'The figure “6,4%” cannot be read.' },
    repair: { ja: '6.4%', en: '6.4%' },
    ...rest,
  };
}

/** The frame without its first line. */
function frame(text: string, at: Diagnostic): string[] {
  return renderDiagnostics([at], 'text', 'ja', () => text)
    .trimEnd()
    .split('\n')
    .slice(1);
}

describe('text', () => {
  test('says where, what and the repair, and shows the line', () => {
    const text = '  - at: 2020-09\n    value: 6,4%\n';
    expect(renderDiagnostics([diagnostic(2, 12, 4)], 'text', 'ja', () => text)).toBe(
      'data/a.yaml:2:12  誤り  値が読めません: 「6,4%」。 → 6.4%\n' +
        '    1 │   - at: 2020-09\n' +
        '  > 2 │     value: 6,4%\n' +
        '      │            ^^^^\n',
    );
    expect(renderDiagnostics([diagnostic(2, 12, 4)], 'text', 'en', () => null)).toBe(
      'data/a.yaml:2:12  error  The figure “6,4%” cannot be read. → 6.4%\n',
    );
  });

  test('the mark stands under the characters, Japanese ones being twice as wide', () => {
    expect(frame('ja: 納付率は14%だった', diagnostic(1, 9, 2)).at(-1)).toBe('      │             ^^');
    expect(frame('ja: 納付率は１４％', diagnostic(1, 9, 2)).at(-1)).toBe('      │             ^^^^');
    expect(frame('ja: ｶﾅ①▲“14', diagnostic(1, 10, 2)).at(-1)).toBe('      │          ^^');
    expect(frame('ja: 𠮷野家14', diagnostic(1, 9, 2)).at(-1)).toBe('      │           ^^');
    expect(frame('ja: か\u309914', diagnostic(1, 7, 2)).at(-1)).toBe('      │       ^^');
  });

  test.each(['\u061C', '\u115F', '\u200B', '\u200F', '\u202E', '\u2066', '\u3164', '\uFEFF', '\uFFFE', '\uFFFA', '\uE000', '\u{E0041}', '\u{F0000}', '\u0085'])('%j, which no reader sees, is shown and not obeyed, and is hidden to whoever reads data or texts', (character) => {
    expect(frame(`ja: a${character}14%`, diagnostic(1, 5, 1))[0]).toBe('  > 1 │ ja: a·14%');
    expect(findRefused(`a&#${character.codePointAt(0)};`).map(({ offset }) => offset)).toEqual([1]);
    const escape = character.codePointAt(0)!.toString(16).padStart(8, '0');
    const { diagnostics } = parseSource('data/a.yaml', new TextEncoder().encode(`ja: "a\\U${escape}"\n`));
    expect(diagnostics.map(({ code }) => code)).toEqual(['hidden-character']);
  });

  test('a long line is shown around the problem', () => {
    const text = `ja: ${'納付率は上昇した。'.repeat(30)}14%${'。続く'.repeat(100)}`;
    const [line = '', mark = ''] = frame(text, diagnostic(1, 275, 2));
    expect(line.slice(8).startsWith('…')).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    const wide = (part: string) =>
      [...part].reduce((sum, each) => sum + (/[\u3000-\u9fff]/.test(each) ? 2 : 1), 0);
    expect(wide(line.slice(0, line.indexOf('14%')))).toBe(mark.indexOf('^'));
    expect(mark.trim()).toBe('│ ' + ' '.repeat(mark.indexOf('^') - 8) + '^^');
  });

  test('a line of a megabyte, a place beyond the end, a tab and a control character do no harm', () => {
    expect(frame('x'.repeat(1_000_000), diagnostic(1, 999_990, 5)).join('\n').length).toBeLessThan(400);
    expect(frame('a', diagnostic(7, 3, 1)).at(-1)).toContain('^');
    expect(frame('\tvalue: 1', diagnostic(1, 1, 1))).toEqual(['  > 1 │ →value: 1', '      │ ^']);
    const escape = renderDiagnostics(
      [diagnostic(1, 1, 1, { message: { ja: '\u001b[31m赤', en: '' } })],
      'text',
      'ja',
      () => 'a\u001b[2Jb',
    );
    expect(escape).not.toContain('\u001b');
  });

  test('a problem over several lines is marked on its first', () => {
    expect(frame('abc\ndef', { ...diagnostic(1, 2, 1), endLine: 2, endColumn: 2 }).at(-1)).toBe(
      '      │  ^^',
    );
  });
});

test('json says everything, with counts', () => {
  const warning = diagnostic(1, 1, 1, { severity: 'warning', code: 'bom', repair: undefined as never });
  const { repair: _, ...bare } = warning;
  expect(JSON.parse(renderDiagnostics([diagnostic(2, 12, 4), bare], 'json', 'ja', () => null))).toMatchObject(
    {
      errors: 1,
      warnings: 1,
      diagnostics: [
        {
          file: 'data/a.yaml',
          line: 2,
          column: 12,
          endColumn: 16,
          code: 'unreadable-figure',
          text: '値が読めません: 「6,4%」。 → 6.4%',
          message: { en: 'The figure “6,4%” cannot be read.' },
        },
        { severity: 'warning', code: 'bom' },
      ],
    },
  );
});

test('github gets one command a line, in both languages, with its own characters escaped', () => {
  const strange = diagnostic(3, 4, 2, {
    file: 'data/a,b:c%.yaml',
    code: 'x',
    message: { ja: '甲', en: '100%: a, b\nnext' },
    repair: { ja: '乙', en: 'c' },
  });
  expect(renderDiagnostics([strange], 'github', 'en', () => null)).toBe(
    '::error file=data/a%2Cb%3Ac%25.yaml,line=3,endLine=3,col=4,endColumn=6,title=x::100%25: a, b%0Anext → c%0A甲 → 乙\n',
  );
  expect(
    renderDiagnostics([diagnostic(1, 1, 1, { severity: 'warning' })], 'github', 'ja', () => null),
  ).toMatch(/^::warning file=/);
  expect(renderDiagnostics([], 'github', 'ja', () => null)).toBe('');
});

test('problems are told in the order of file, line and column, and each once', () => {
  const list = [
    diagnostic(10, 1, 1),
    diagnostic(2, 9, 1),
    diagnostic(2, 3, 1),
    diagnostic(2, 3, 1),
    diagnostic(1, 1, 1, { file: 'data/B.yaml' }),
  ];
  expect(sortDiagnostics(list).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'data/B.yaml:1:1',
    'data/a.yaml:2:3',
    'data/a.yaml:2:9',
    'data/a.yaml:10:1',
  ]);
});
