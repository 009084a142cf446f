import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { YamlText } from '../../src/edit/yaml/yaml-edit.ts';

const FILE = [
  '# first', 'id: a', 'observations: # the values', '  # before the first', '  - at: FY2024   # year', "    value: '72.0%'", '    # kept',
  '    source:', '      page: 3 # three', '  # of the month', '  - {at: 2025-09, value: "71%"}', '# last', '',
].join('\n');

const edited = (change: (yaml: YamlText) => void, text = FILE) => {
  const yaml = new YamlText(text);
  change(yaml);
  return yaml.text;
};

describe('a YAML file is edited in place', () => {
  test('a scalar keeps its quotes and its comment', () => {
    expect(edited((yaml) => yaml.set(['observations', 0, 'value'], '73.1%'))).toBe(FILE.replace("'72.0%'", "'73.1%'"));
    expect(edited((yaml) => yaml.set(['observations', 0, 'at'], 'FY2023'))).toBe(FILE.replace('FY2024 ', 'FY2023 '));
    expect(edited((yaml) => yaml.set(['observations', 1, 'value'], '70%'))).toBe(FILE.replace('71%', '70%'));
  });

  test('a key is added at its place, a comment stays with what it stands over', () => {
    expect(edited((yaml) => yaml.set(['observations', 0, 'change'], '+0.3%', ['at', 'value', 'change', 'source']))).toBe(
      FILE.replace("    value: '72.0%'\n", "    value: '72.0%'\n    change: +0.3%\n"));
    expect(edited((yaml) => yaml.set(['observations', 1, 'change'], '+1%', ['at', 'value', 'change']))).toBe(FILE.replace('"71%"}', '"71%", change: +1%}'));
  });

  test('an item is put between others', () => {
    const item = { at: 'FY2025', value: '73%', source: { document: 'd', page: 4 } };
    const lines = '  - at: FY2025\n    value: 73%\n    source:\n      document: d\n      page: 4\n';
    expect(edited((yaml) => yaml.insert(['observations'], 1, item))).toBe(FILE.replace('  # of the month', `${lines}  # of the month`));
    expect(edited((yaml) => yaml.insert(['observations'], 2, item))).toBe(FILE.replace('# last', `${lines}# last`));
    expect(edited((yaml) => yaml.insert(['observations'], 0, item))).toBe(FILE.replace('  - at: FY2024', `${lines}  - at: FY2024`));
  });

  test('line ends, the byte order mark and a file without a last line end stay', () => {
    const other = `\uFEFF${FILE.replaceAll('\n', '\r\n')}`;
    expect(edited((yaml) => yaml.set(['id'], 'b'), other)).toBe(other.replace('id: a', 'id: b'));
    expect(edited((yaml) => yaml.insert(['a'], 1, 'y'), 'a:\n  - x')).toBe('a:\n  - x\n  - y');
  });

  test('a text that would need quotes stands below its key', () => {
    expect(edited((yaml) => yaml.set(['t', 'en'], '{a@FY2024} rose: again'), 't:\n  ja: x # y\n')).toBe('t:\n  ja: x # y\n  en: |-\n    {a@FY2024} rose: again\n');
    expect(edited((yaml) => yaml.set(['t', 'en'], 'one\n\ntwo'), 't:\n  en: |-\n    zero\n  z: 1\n')).toBe('t:\n  en: |-\n    one\n\n    two\n  z: 1\n');
  });

  test('a key is taken out', () => {
    expect(edited((yaml) => yaml.remove(['observations', 0, 'source']))).toBe(FILE.replace('    source:\n      page: 3 # three\n', ''));
    expect(parse(edited((yaml) => yaml.remove(['observations', 0, 'at'])))).toMatchObject({ observations: [{ value: '72.0%' }, {}] });
  });

  test('whatever is written is read back', () => {
    const text = fc.stringMatching(/^[ -~ぁ-ん、。\n{}%▲]{1,40}$/u).filter((value) => value.trim() === value && !/\n\s|\s\n/.test(value));
    fc.assert(fc.property(text, fc.constantFrom('x', "'x'", '"x"', '|-\n      x'), (value, before) => {
      const read = parse(edited((yaml) => yaml.set(['o', 't', 'en'], value), `o:\n  t:\n    en: ${before}\n    z: 1\n`)) as unknown;
      expect(read).toEqual({ o: { t: { en: value, z: 1 } } });
      expect(parse(edited((yaml) => yaml.insert(['l'], 1, { a: value }), 'l:\n  - a: 1\nz: 1\n'))).toEqual({ l: [{ a: 1 }, { a: value }], z: 1 });
    }), { seed: 7, numRuns: 300 });
  });
});
