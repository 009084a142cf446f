/** The parts of an observation that a sheet can hold. */
export type Field = 'value' | 'change' | 'status' | 'noteJa' | 'noteEn' | 'document' | 'page' | 'line';

const WORDS: readonly (readonly [RegExp, Field])[] = [
  [/^(値|value)$/i, 'value'],
  [/^(状態|status)$/i, 'status'],
  [/^(注記\(日本語\)|note \(ja\))$/i, 'noteJa'],
  [/^(注記\(英語\)|note \(en\))$/i, 'noteEn'],
  [/^(出典の文書|文書|document)$/i, 'document'],
  [/^(出典のページ|ページ|頁|page)$/i, 'page'],
  [/^(出典の行|行|line)$/i, 'line'],
];

/** The part that a head names: 状態 → status. */
export function fieldNamed(head: string): Field | undefined {
  const plain = head.normalize('NFKC').trim();
  return WORDS.find(([words]) => words.test(plain))?.[1];
}
