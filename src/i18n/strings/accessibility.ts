/** The statement of accessibility that a body which has not written its own starts with: what holds of every site that the program makes. */
export const ACCESSIBILITY_STRINGS = {
  accessIntro: { ja: 'このサイトは、誰もが同じ内容を読み、使えることを目指しています。', en: 'This site is made so that everyone can read and use the same contents.' },
  accessStandard: { ja: '目標とする基準', en: 'The standard that we aim at' },
  accessStandardText: {
    ja: 'WCAG 2.2 の適合レベルAAと、JIS X 8341-3:2016 の適合レベルAAに沿うことを目標にしています。第三者による試験は受けていません。準拠や適合を宣言するものではありません。',
    en: 'We aim to follow WCAG 2.2 at level AA and JIS X 8341-3:2016 at level AA. No third party has tested the site, and we do not claim conformance.',
  },
  accessDone: { ja: '行っていること', en: 'What we do' },
  accessStructure: { ja: '見出し、表、一覧、ナビゲーションを、読み上げに伝わる構造で書いています', en: 'Headings, tables, lists and navigation are written so that screen readers can convey their structure' },
  accessKeyboard: { ja: 'すべての操作をキーボードでできるようにし、選んでいる場所を枠で示します', en: 'Everything can be done from the keyboard, and a frame shows where you are' },
  accessColour: { ja: '判定や増減、計画の違いは、色だけでなく言葉と記号でも示します', en: 'Verdicts, changes and differences between plans are shown in words and signs as well as in colour' },
  accessCharts: { ja: '図には、要点の文と、値の表を添えています', en: 'Every chart comes with a sentence that says what it shows and with a table of its figures' },
  accessZoom: { ja: '文字を400%まで拡大しても、表を除いて横に動かさずに読めます。幅の広い表は、表の中だけが横に動きます', en: 'At 400% zoom nothing but tables has to be scrolled sideways; a wide table scrolls inside its own frame' },
  accessSettings: { ja: '暗い配色、動きを減らす設定、ハイコントラストの設定に従います', en: 'Dark colours, reduced motion and high contrast follow your settings' },
  accessScripts: { ja: 'JavaScriptがなくても、計画、取組状況、目標、指標、計画の比較を読めます', en: 'Without JavaScript you can still read plans, progress, targets, indicators and comparisons of plans' },
  accessLanguages: { ja: '訳のない文には、その文の言語を示しています', en: 'Texts that are not translated are marked with the language that they are in' },
  accessPdf: { ja: '印刷版のPDFには、見出しや表の構造を示すタグを付けています', en: 'The PDFs of the print edition are tagged, so that headings and tables keep their structure' },
  accessMissing: { ja: '分かっている課題', en: 'What we know to be missing' },
  accessPeople: { ja: '支援技術の利用者による試験は、まだ行っていません', en: 'People who use assistive technology have not tested the site yet' },
  accessTerms: { ja: '用語の説明は、一部の読み上げソフトでは、ページの終わりの「{0}」でお読みいただく必要があります', en: 'With some screen readers the explanations of terms have to be read at the end of the page, under “{0}”' },
  accessFilters: { ja: '指標の比較と、目標・指標の絞り込みには、JavaScriptが必要です。使えないときは、すべての項目を示します', en: 'Comparing indicators, and narrowing down the lists of targets and indicators, needs JavaScript. Without it every entry is shown' },
  accessContact: { ja: '読みにくいところ、使いにくいところは、{0}にお知らせください。', en: 'If something is hard to read or to use, please tell {0}.' },
} as const;
