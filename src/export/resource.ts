import type { Localized } from '../locale.ts';

/**
 * A table of the open data, in the terms of Frictionless Table Schema.
 * `decimal`: an exact number, which readers should not take as a float.
 */
export interface Resource {
  /** Its file is `data/<name>.csv`. */
  readonly name: string;
  readonly title: Localized;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  readonly rows: readonly (readonly string[])[];
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'decimal';
  readonly description: Localized;
  readonly values?: readonly string[];
}

export interface ForeignKey {
  readonly field: string;
  readonly resource: string;
  readonly key: string;
}

export function field(name: string, ja: string, en: string, values?: readonly string[]): Field {
  return { name, type: 'string', description: { ja, en }, ...(values ? { values } : {}) };
}

export function decimal(name: string, ja: string, en: string): Field {
  return { name, type: 'decimal', description: { ja, en } };
}

/** name_ja, name_en: one column for each language. */
export function perLanguage(languages: readonly string[], name: string, ja: string, en: string): Field[] {
  return languages.map((language) => field(`${name}_${language}`, `${ja}（${language}）`, `${en} (${language})`));
}

export function textCells(languages: readonly string[], text: Readonly<Record<string, string | undefined>> | undefined): string[] {
  return languages.map((language) => text?.[language] ?? '');
}

/** The columns of every source. */
export const PLACE: readonly Field[] = [
  field('document', '出典の文書', 'Document of the source'),
  field('page', '出典のページ（印刷どおり）', 'Page of the source, as printed'),
  field('line', '抽出テキストの行', 'Line of the extracted text'),
];

/** The columns of every figure. */
export const FIGURE: readonly Field[] = [
  decimal('value', '正確な値（1単位）', 'Exact value, in units of one'),
  decimal('resolution', '最後に印刷された桁の1刻み。0は正確な数', 'One step of the last printed place; 0 for an exact count'),
  field('unit', '単位', 'Unit'),
  field('qualifiers', '約・程度などの語', 'Words that make it less exact'),
  field('absent', '値がない理由', 'Why there is no value', ['', 'not_yet', 'not_carried_out', 'not_applicable', 'not_published', 'lost']),
];

export const OF_DOCUMENT: ForeignKey = { field: 'document', resource: 'documents', key: 'id' };
