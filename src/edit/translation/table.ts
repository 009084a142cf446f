import type { Conflict, Decide } from '../import-indicator.ts';
import type { Languages } from '../../schema/languages.ts';
import type { Tongue } from '../../locale.ts';
import { cellAt, cellName, widthOf } from '../sheet/sheet.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { SheetProblem } from '../sheet/sheet-problem.ts';
import type { SheetText } from '../sheet/write-sheet.ts';
import { YamlText } from '../yaml/yaml-edit.ts';
import type { Finding } from './findings.ts';
import { idOf } from './texts.ts';
import type { BodyText } from './texts.ts';

/** A table for translators: the original, what there is, and an empty column for each language to write into. */
export function translationSheet(texts: readonly BodyText[], findings: readonly Finding[], languages: Languages, locale: Tongue): SheetText {
  const targets = languages.tags.filter((tag) => tag !== languages.text);
  const states = Map.groupBy(findings, ({ text }) => text);
  const rows = texts.map((text) => [
    idOf(text),
    (states.get(text) ?? []).map(({ kind, to, why }) => `${KINDS[locale][kind]}${targets.length > 1 ? ` ${to}` : ''}: ${why[locale]}`).join('\n'),
    text.by[languages.text]?.text ?? '',
    ...targets.flatMap((tag) => [text.by[tag]?.text ?? '', '']),
  ]);
  return { name: 'translation', heads: 1, rows: [['id', locale === 'ja' ? '状態' : 'state', languages.text, ...targets.flatMap((tag) => [tag, locale === 'ja' ? `${tag}（新）` : `${tag} (new)`])], ...rows] };
}

export const KINDS = {
  ja: { missing: '未訳', stale: '原文が新しい', suspect: '要確認' },
  en: { missing: 'missing', stale: 'stale', suspect: 'suspect' },
} as const;

export interface Translated {
  readonly files: ReadonlyMap<string, string>;
  readonly written: number;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly SheetProblem[];
  /** Rows whose original is not what it was when the table was written: they are left out. */
  readonly stale: readonly SheetProblem[];
}

/** Brings what translators wrote into the columns `en (new)` into the data. Pure. */
export function importTranslations(sheet: Sheet, texts: readonly BodyText[], languages: Languages, read: (file: string) => string, decide: Decide): Translated {
  const head = Array.from({ length: widthOf(sheet) }, (_, column) => cellAt(sheet, 0, column).normalize('NFKC').trim());
  const columnOf = (name: string) => head.indexOf(name);
  const targets = languages.tags.filter((tag) => tag !== languages.text).flatMap((tag) => {
    const column = head.findIndex((name) => new RegExp(`^${tag} ?\\((新|new)\\)$`).test(name));
    return column < 0 ? [] : [{ tag, column, before: columnOf(tag) }];
  });
  const original = columnOf(languages.text);
  const files = new Map<string, YamlText>();
  const [problems, stale, conflicts]: [SheetProblem[], SheetProblem[], Conflict[]] = [[], [], []];
  let written = 0;
  if (columnOf('id') !== 0 || original < 0 || targets.length === 0) return { files: new Map(), written, conflicts, stale, problems: [noTable(languages)] };

  const byId = new Map(texts.map((text) => [idOf(text), text]));
  sheet.rows.forEach((_, row) => {
    if (row === 0) return;
    for (const { tag, column, before } of targets) {
      const now = lines(cellAt(sheet, row, column));
      if (now === '') continue;
      const cell = cellName(row, column);
      const source = lines(cellAt(sheet, row, original));
      const found = byId.get(cellAt(sheet, row, 0));
      const text = found && lines(found.by[languages.text]?.text ?? '') === source ? found : movedTo(texts, cellAt(sheet, row, 0), source, languages.text);
      if (!text) {
        (found ? stale : problems).push(found ? changed(cell, languages.text) : unknown(cell, cellAt(sheet, row, 0)));
        continue;
      }
      const stored = text.by[tag]?.text;
      if (stored !== undefined && lines(stored) === now) continue;
      const meanwhile = lines(stored ?? '') !== lines(before < 0 ? '' : cellAt(sheet, row, before));
      const conflict = { file: text.file, name: `${idOf(text)} ${tag}`, cell, stored: stored ?? '', sheet: now };
      if (meanwhile) conflicts.push(conflict);
      if (meanwhile && decide(conflict) === 'keep') continue;
      const yaml = files.get(text.file) ?? new YamlText(read(text.file));
      files.set(text.file, yaml);
      yaml.set([...text.path, tag], now, languages.tags);
      written += 1;
    }
  });
  return { files: new Map([...files].map(([file, yaml]) => [file, yaml.text])), written, conflicts, problems, stale };
}

/** Where the same original stands now, if at one place of the file only: items may have been put before it. */
function movedTo(texts: readonly BodyText[], id: string, source: string, from: string): BodyText | undefined {
  const [file] = id.split('#');
  const same = texts.filter((text) => text.file === file && lines(text.by[from]?.text ?? '') === source);
  return same.length === 1 ? same[0] : undefined;
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function changed(cell: string, from: string): SheetProblem {
  return {
    cell,
    message: { ja: `表を作ったあとで原文（${from}）が変わりました。この訳は入れません。`, en: `The original (${from}) was changed after the table was written: this translation is left out.` },
    repair: { ja: 'npm run translation -- --out で表を作り直し、新しい原文を訳してください。', en: 'Write the table again with npm run translation -- --out, and translate the new original.' },
  };
}

function unknown(cell: string, id: string): SheetProblem {
  return {
    cell,
    message: { ja: `文「${id}」はデータにありません。`, en: `There is no text “${id}” in the data.` },
    repair: { ja: 'id の列を元に戻すか、この行を消してください。', en: 'Put the column id back as it was, or take the row out.' },
  };
}

function noTable(languages: Languages): SheetProblem {
  const targets = languages.tags.filter((tag) => tag !== languages.text);
  return {
    cell: 'A1',
    message: { ja: 'このシートは翻訳の表ではありません。', en: 'This sheet is no table of translations.' },
    repair: {
      ja: `1行目に「id」「${languages.text}」「${targets[0] ?? ''}（新）」の列が必要です（npm run translation -- --out で作れます）。`,
      en: `Its first row needs the columns id, ${languages.text} and ${targets[0] ?? ''} (new), as npm run translation -- --out writes them.`,
    },
  };
}
