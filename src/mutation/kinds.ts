import type { DataFile } from '../load/files.ts';
import type { Edit } from './edit.ts';
import { EditedFile, indentOf } from './edit.ts';
import type { Random } from './random.ts';
import { oneOf } from './random.ts';

/** Makes an edit of its kind; undefined where the file has nothing that it could be made of. */
export type EditKind = (file: DataFile, random: Random) => Edit | undefined;

const KEY = /^( *)([A-Za-z][\w-]*):(?= |$)/;
/** A printed figure of the data: before it, itself, behind it. */
const FIGURE = /^(.*?\b(?:value|change|budget|settlement|difference|amount): "?)([^"{}[\],]*[0-9０-９][^"{}[\]]*?)("?(?:, [a-z]\w*: .*| *\}.*)?)$/;
const LABELS = ['円', '百万円', '億円', '万人', '人', '件', '%', 'ポイント', '事業所', '日', 'cm', ''];

export const EDIT_KINDS: Readonly<Record<string, EditKind>> = {
  'delete a key': (source, random) => {
    const file = new EditedFile(source);
    const at = choose(file.linesWith(KEY), random);
    if (at === undefined) return undefined;
    const line = file.lines[at] ?? '';
    const depth = indentOf(line);
    const rest = file.lines.slice(at + 1).findIndex((each) => each.trim() !== '' && indentOf(each) <= depth && !(indentOf(each) === depth && / *- /.test(each)));
    const end = rest < 0 ? file.lines.length : at + 1 + rest;
    const key = KEY.exec(line)?.[2] ?? '';
    return file.withLines(file.lines.toSpliced(at, end - at), {
      from: Math.max(0, at - 1), to: at, names: [`“${key}”`, `.${key}`, ...idsIn(file.lines.slice(at, end)), ...file.namesOf(at)], isMistake: false, was: line, is: '',
    });
  },

  'swap a unit': (source, random) => onFigure(source, random, (figure) => {
    const label = /[^0-9０-９,.，．]*$/.exec(figure)?.[0] ?? '';
    const other = oneOf(LABELS.filter((each) => each !== label), random);
    return figure.slice(0, figure.length - label.length) + other;
  }),

  'change a digit': (source, random) => onFigure(source, random, (figure) => {
    const places = [...figure.matchAll(/[0-9０-９]/g)].map(({ index }) => index);
    const place = oneOf(places, random);
    const isFirst = place === places[0] && places.length > 1;
    const digits = '0123456789'.split('').filter((digit) => digit !== figure[place] && !(isFirst && digit === '0'));
    return figure.slice(0, place) + oneOf(digits, random) + figure.slice(place + 1);
  }),

  'break a reference': (source, random) => {
    const file = new EditedFile(source);
    const places = file.lines.flatMap((line, at) => referencesIn(line).map((place) => ({ at, ...place })));
    if (places.length === 0) return undefined;
    const { at, index, id } = oneOf(places, random);
    const line = file.lines[at] ?? '';
    const broken = `${id}-${oneOf(['x', 'zz', 'q1', 'old'], random)}`;
    return file.withLine(at, line.slice(0, index) + broken + line.slice(index + id.length), { names: [broken, id], isMistake: true });
  },

  'cut a file': ({ file, bytes }, random) => {
    const cut = bytes.slice(0, Math.floor((0.05 + 0.93 * random()) * bytes.length));
    const last = new TextDecoder().decode(cut).split('\n').length - 1;
    const source = new EditedFile({ file, bytes });
    const lost = source.lines.slice(last);
    // What is missing has no line: a message stands at the last one, at what lacks it, or names what was cut off.
    const id = file.split('/').at(-1)?.replace(/\.yaml$/, '') ?? file;
    return {
      file, bytes: cut, from: last, to: last + 2, names: [...idsIn(lost), ...lost.flatMap((line) => KEY.exec(line)?.[2] ?? []).map((key) => `“${key}”`), id],
      isMistake: false, was: `${bytes.length} bytes`, is: `${cut.length} bytes`,
    };
  },

  'mix encodings': (source, random) => {
    const { file, bytes } = source;
    const edited = new EditedFile(source);
    const whole = { file, from: 1, to: edited.lines.length, names: [], isMistake: true, was: 'UTF-8' };
    const text = edited.lines.join('\n');
    const way = oneOf(['utf-16', 'bytes', 'twice'], random);
    if (way === 'utf-16') return { ...whole, bytes: Buffer.from(`\uFEFF${text}`, 'utf16le'), is: 'UTF-16' };
    const at = choose(edited.linesWith(/[぀-ヿ一-鿿]/), random);
    if (at === undefined) return undefined;
    const line = edited.lines[at] ?? '';
    if (way === 'twice') return edited.withLine(at, Buffer.from(line).toString('latin1'), { names: [], isMistake: true });
    const start = Buffer.byteLength(edited.lines.slice(0, at).join('\n')) + (at > 0 ? 1 : 0) + Buffer.byteLength(/^[^぀-ヿ一-鿿]*/.exec(line)?.[0] ?? '');
    const foreign = oneOf(FOREIGN_BYTES, random);
    return { ...whole, from: at + 1, to: at + 1, bytes: Buffer.concat([bytes.subarray(0, start), foreign, bytes.subarray(start + 3)]), was: line, is: foreign.toString('hex') };
  },

  'duplicate an id': (source, random) => {
    const file = new EditedFile(source);
    const places = file.linesWith(/^ *- (?:\{ )?id: /).flatMap((at) => {
      const before = idBefore(file.lines, at);
      return before === undefined ? [] : [{ at, before }];
    });
    if (places.length === 0) return undefined;
    const { at, before } = oneOf(places, random);
    const line = file.lines[at] ?? '';
    const id = /id: ([\w-]+)/.exec(line)?.[1] ?? '';
    return file.withLine(at, line.replace(`id: ${id}`, `id: ${before}`), { names: [before, id], isMistake: true });
  },

  'misspell a key': (source, random) => {
    const file = new EditedFile(source);
    const at = choose(file.linesWith(KEY), random);
    if (at === undefined) return undefined;
    const line = file.lines[at] ?? '';
    const [, blanks = '', key = ''] = KEY.exec(line) ?? [];
    const place = Math.floor(random() * key.length);
    const other = random() < 0.5 ? key.slice(0, place) + key.slice(place + 1) : `${key.slice(0, place)}${key[place]}${key.slice(place)}`;
    return file.withLine(at, `${blanks}${other}${line.slice(blanks.length + key.length)}`, { names: [`“${other}”`, `“${key}”`, ...file.namesOf(at)], isMistake: false });
  },

  'shift a line': (source, random) => {
    const file = new EditedFile(source);
    const at = choose(file.linesWith(/\S/), random);
    if (at === undefined) return undefined;
    const line = file.lines[at] ?? '';
    const shifted = random() < 0.5 || !line.startsWith(' ') ? ` ${line}` : line.slice(1);
    const edit = file.withLine(at, shifted, { names: [...file.namesOf(at), `line ${at + 1}`], isMistake: false });
    // Where a line is out of place, it is the one before or behind it that no longer fits.
    return { ...edit, from: edit.from - 1, to: edit.to + 1 };
  },

  'change a period': (source, random) => {
    const file = new EditedFile(source);
    const pattern = /\b((?:at|year|asOf|from|to|deadline|published): "?(?:FY)?)(\d{4})(-\d{2})?/;
    const at = choose(file.linesWith(pattern), random);
    if (at === undefined) return undefined;
    const line = file.lines[at] ?? '';
    const step = oneOf([-10, -1, 1, 10], random);
    const changed = line.replace(pattern, (_, head: string, year: string, month: string | undefined) =>
      month !== undefined && random() < 0.5
        ? `${head}${year}-${String(((Number(month.slice(1)) + Math.sign(step) + 11) % 12) + 1).padStart(2, '0')}`
        : `${head}${Number(year) + step}${month ?? ''}`);
    const names = [line, changed].flatMap((each) => pattern.exec(each)?.[0].split(': ')[1]?.replace('"', '') ?? []);
    return file.withLine(at, changed, { names: [...names, ...file.namesOf(at)], isMistake: false });
  },

  'lead elsewhere': (source, random) => {
    const file = new EditedFile(source);
    const ids = file.lines.flatMap((line, at) => [...line.matchAll(/\b(?:indicator|base|part): ([a-z][a-z0-9-]*)(?=$|[,\s}])/g)].map((match) => ({ at, id: match[1] ?? '', index: match.index + match[0].length - (match[1] ?? '').length })));
    if (ids.length === 0) return undefined;
    const { at, id, index } = oneOf(ids, random);
    const others = ids.filter((each) => each.id !== id);
    if (others.length === 0) return undefined;
    const line = file.lines[at] ?? '';
    const other = oneOf(others, random).id;
    return file.withLine(at, line.slice(0, index) + other + line.slice(index + id.length), { names: [id, other, ...file.namesOf(at)], isMistake: false });
  },

  'repeat an entry': (source, random) => {
    const file = new EditedFile(source);
    const at = choose(file.linesWith(LIST), random);
    if (at === undefined) return undefined;
    const line = file.lines[at] ?? '';
    return file.withLine(at, line.replace(LIST, (_, before: string, first: string, rest: string) => `${before}${first}${rest}, ${first}]`), { names: [], isMistake: true });
  },

  'lose a brace': (source, random) => {
    const file = new EditedFile(source);
    const places = file.lines.flatMap((line, at) => [...line.matchAll(BRACED)].map((match) => ({ at, index: match.index + (random() < 0.5 ? 0 : match[0].length - 1) })));
    if (places.length === 0) return undefined;
    const { at, index } = oneOf(places, random);
    const line = file.lines[at] ?? '';
    const names = [...line.matchAll(BRACED)].map(([braced]) => braced);
    return file.withLine(at, line.slice(0, index) + line.slice(index + 1), { names, isMistake: true });
  },

  'exchange languages': (source, random) => {
    const file = new EditedFile(source);
    const at = choose(file.lines.flatMap((line, index) => (areTwoLanguages(line, file.lines[index + 1] ?? '') ? [index] : [])), random);
    if (at === undefined) return undefined;
    const [one = '', other = ''] = [file.lines[at], file.lines[at + 1]];
    const [, blanks = '', first = '', own = ''] = IN_LANGUAGE.exec(one) ?? [];
    const [, , second = '', another = ''] = IN_LANGUAGE.exec(other) ?? [];
    const exchanged = [`${blanks}${first}: ${another}`, `${blanks}${second}: ${own}`];
    return file.withLines(file.lines.toSpliced(at, 2, ...exchanged), { from: at, to: at + 1, was: `${one}\n${other}`, is: exchanged.join('\n'), names: [], isMistake: true });
  },
};

/** A list of ids on one line. */
const LIST = /^(.*\b(?:targets|tables|answers|sections|reference|dropped|of): \[)([a-z][\w-]*)((?:, [\w-]+)*)\]/;
/** A reference in a text. */
const BRACED = /(?<!\\)\{[a-z][\w-]*(?:[@:][\w:/-]+)\}/g;
const IN_LANGUAGE = /^( *)([a-z]{2}): ([^"|>{].*)$/;

/** Two languages of one text, of which nobody could take the one for the other. */
function areTwoLanguages(one: string, other: string): boolean {
  const [, blanks, , own = ''] = IN_LANGUAGE.exec(one) ?? [];
  const [, behind, , another = ''] = IN_LANGUAGE.exec(other) ?? [];
  return blanks !== undefined && blanks === behind && [own, another].some((text) => /^[\x20-\x7E]*(?:[a-z]{2,}[^a-z]+){4}[\x20-\x7E]*$/i.test(text)) && [own, another].some((text) => /^[^a-z]*[぀-ヿ一-鿿][^a-z]*$/i.test(text));
}

/** 日本 in Shift_JIS and EUC-JP, and half of a character. */
const FOREIGN_BYTES = [Buffer.from('93fa967b', 'hex'), Buffer.from('c6fccbdc', 'hex'), Buffer.from('e6', 'hex')];

function onFigure(source: DataFile, random: Random, change: (figure: string) => string): Edit | undefined {
  const file = new EditedFile(source);
  const at = choose(file.linesWith(FIGURE), random);
  if (at === undefined) return undefined;
  const line = file.lines[at] ?? '';
  const [, before = '', figure = '', behind = ''] = FIGURE.exec(line) ?? [];
  return file.withLine(at, `${before}${change(figure)}${behind}`, { names: file.namesOf(at), isMistake: false });
}

/** Ids in a line that must lead somewhere. */
function referencesIn(line: string): { index: number; id: string }[] {
  const plain = [...line.matchAll(/\b(?:unit|indicator|document|fund|cause): ([a-z][a-z0-9-]*)(?=$|[,\s}])/g)];
  const inText = [...line.matchAll(/(?<!\\)\{([a-z][a-z0-9-]*)@[^}]*\}/g)];
  const lists = [...line.matchAll(/\b(?:targets|headline|answers): \[([^\]]*)\]/g)].flatMap((list) =>
    [...(list[1] ?? '').matchAll(/[a-z][a-z0-9-]*/g)].map((each) => ({ index: list.index + list[0].indexOf('[') + 1 + each.index, id: each[0] })));
  return [...[...plain, ...inText].map((match) => ({ index: match.index + match[0].indexOf(match[1] ?? '', match[0].indexOf(match[0].includes('{') ? '{' : ':')), id: match[1] ?? '' })), ...lists];
}

/** The id of an entry before it in the same list. */
function idBefore(lines: readonly string[], at: number): string | undefined {
  const mark = (line: string) => / *-/.exec(line)?.[0].length ?? 0;
  const depth = mark(lines[at] ?? '');
  for (let index = at - 1; index >= 0; index--) {
    const line = lines[index] ?? '';
    if (line.trim() !== '' && (/^ */.exec(line)?.[0].length ?? 0) < depth - 1) return undefined;
    const id = /^ *- (?:\{ )?id: ([\w-]+)/.exec(line)?.[1];
    if (id !== undefined && mark(line) === depth) return id;
  }
  return undefined;
}

function idsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [...line.matchAll(/\b(?:id|at): "?([\w-]+)/g)].map(([, id]) => id ?? ''));
}

function choose(lines: readonly number[], random: Random): number | undefined {
  return lines.length === 0 ? undefined : oneOf(lines, random);
}
