import { describe, expect, test } from 'vitest';
import { formatMarkdown } from '../../src/edit/format-markdown.ts';
import { formatYaml } from '../../src/edit/format-yaml.ts';
import { readContentFiles, readDataFiles } from '../../src/load/files.ts';

describe('YAML', () => {
  test('is given one shape; comments, order, quotes and the spelling of figures stay', () => {
    const text = [
      '# 最初の注', 'id:   a', 'observations:', '- at: FY2024   # 年度末', '  value:    72.0%', "- {at: FY2025, value: '▲０.４ポイント'}",
      '- at: "2025-09"', '  value: 1_000件', '', '', '# 最後の注', '',
    ].join('\r\n');
    expect(formatYaml(text)).toBe([
      '# 最初の注', 'id: a', 'observations:', '  - at: FY2024 # 年度末', '    value: 72.0%', "  - {at: FY2025, value: '▲０.４ポイント'}",
      '  - at: "2025-09"', '    value: 1_000件', '', '# 最後の注', '',
    ].join('\n'));
  });

  test.each(['a: [1', 'a: 1\na: 2', '\tb: 1'])('that cannot be read is left alone: %j', (text) => {
    expect(formatYaml(text)).toBeNull();
  });

  test('what was formatted stays as it is', () => {
    const once = formatYaml('a:\n- |-\n   x\n   y\n- >\n  folded\n  text\n')!;
    expect(formatYaml(once)).toBe(once);
  });
});

describe('Markdown', () => {
  test('is given one shape; references to figures stay', () => {
    expect(formatMarkdown('Title\n=====\n* one {np-rate@2025-09:change}\n* [two](x)\n\n\n\nText.\n')).toBe('# Title\n\n- one {np-rate@2025-09:change}\n- [two](x)\n\nText.\n');
  });
});

test('all data and content can be formatted, and formatting again changes nothing', () => {
  const format = (file: string, text: string) => (file.endsWith('.md') ? formatMarkdown(text) : formatYaml(text));
  const others = [...readDataFiles(process.cwd()), ...readContentFiles(process.cwd())]
    .filter(({ file, bytes }) => {
      const once = format(file, new TextDecoder().decode(bytes));
      return once === null || format(file, once) !== once;
    })
    .map(({ file }) => file);
  expect(others).toEqual([]);
});
