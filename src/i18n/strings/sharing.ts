/** Strings of citing and sharing. */
export const SHARING_STRINGS = {
  share: { ja: '引用・リンク', en: 'Cite and link' },
  citation: { ja: '「{0}」『{1}』（{2}現在のデータ）{3}', en: '“{0}”, {1} (data as of {2}), {3}' },
  copyCitation: { ja: '引用をコピー', en: 'Copy citation' },
  copyLink: { ja: 'リンクをコピー', en: 'Copy link' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  copyLinkTo: { ja: '「{0}」へのリンクをコピー', en: 'Copy link to “{0}”' },
  changedReport: { ja: '{0}（変更）', en: '{0} (changed)' },
  feed: { ja: '更新情報（Atom）', en: 'Updates (Atom)' },
  moved: { ja: 'このページは移りました', en: 'This page has moved' },
} as const;
