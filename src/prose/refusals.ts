import type { Localized } from '../locale.ts';

export interface Refusal {
  readonly code: string;
  readonly message: Localized;
  readonly repair: Localized;
}

/** What a text may not hold, by what stands there. */
export const REFUSALS = {
  html: (tag) => ({
    code: 'html-in-text',
    message: { ja: `HTML（${tag}）は使えません。`, en: `HTML (${tag}) cannot be used.` },
    repair: {
      ja: '消すか、Markdown で書いてください（強調は **…**、改行は行末の \\）。< という記号は \\< と書きます。',
      en: 'Remove it or write Markdown (**…** for emphasis, \\ at the end of a line that shall break). The sign < itself is written \\<.',
    },
  }),
  link: (address) => ({
    code: 'link-refused',
    message: { ja: `リンク先「${address}」は使えません。`, en: `A link cannot lead to “${address}”.` },
    repair: {
      ja: 'https://…、mailto:…、または ../targets/ や #… のようにこのサイトの中を書いてください。',
      en: 'Write https://…, mailto:…, or a place of this site such as ../targets/ or #….',
    },
  }),
  picture: (address) => ({
    code: 'picture-refused',
    message: { ja: `「${address}」の画像は表示できません。`, en: `The picture “${address}” cannot be shown.` },
    repair: {
      ja: '画像を public/ に置き、![説明](../../名前.png) のように書いてください。',
      en: 'Put the picture into public/ and write it like ![description](../../name.png).',
    },
  }),
  own: (address) => ({
    code: 'link-refused',
    message: {
      ja: `この文はいくつものページに載るため、「${address}」の行き先がページごとに変わります。`,
      en: `Several pages show this text, and on each “${address}” would lead elsewhere.`,
    },
    repair: {
      ja: '{section:id}、{indicator:id}、{target:id}、{table:節/id}、{term:id} か、https:// のアドレスを書いてください。画像は content/ のページに置けます。',
      en: 'Write {section:id}, {indicator:id}, {target:id}, {table:section/id} or {term:id}, or an address with https://. Pictures can stand on the pages of content/.',
    },
  }),
  footnote: (mark) => ({
    code: 'footnote-in-text',
    message: { ja: `脚注（${mark}）は使えません。`, en: `A footnote (${mark}) cannot be used.` },
    repair: { ja: '本文の中に（　）で書くか、YAML の notes: に書いてください。', en: 'Say it in the text in brackets, or under “notes:” in YAML.' },
  }),
  hidden: (entity) => ({
    code: 'hidden-character',
    message: { ja: `「${entity}」は、目に見えない文字です。`, en: `“${entity}” stands for a character that nobody sees.` },
    repair: { ja: '消してください。', en: 'Delete it.' },
  }),
  stacked: (entity) => ({
    code: 'stacked-marks',
    message: { ja: `一つの文字に、「${entity}」などの記号がいくつも重ねられています。`, en: `Mark upon mark, such as “${entity}”, is stacked on one letter.` },
    repair: { ja: '余分な記号を消してください。', en: 'Delete those that are too many.' },
  }),
  nesting: () => ({
    code: 'too-deep',
    message: { ja: '引用や箇条書きの重なりが深すぎます（10まで）。', en: 'Quotes and lists are nested too deeply (10 at most).' },
    repair: { ja: '余分な > や - を消してください。', en: 'Remove the needless > and -.' },
  }),
  marks: () => ({
    code: 'text-too-long',
    message: {
      ja: 'この文は、行か Markdown の記号（* [ | など）が多すぎます（2,000行、2,000字まで。=== の行や www. は10字に数えます）。',
      en: 'This text has too many lines or marks of Markdown such as * [ | (2,000 of each at most; a line of === and www. count as ten).',
    },
    repair: { ja: 'いくつかに分けてください。', en: 'Split it.' },
  }),
} as const satisfies Record<string, (written: string) => Refusal>;
