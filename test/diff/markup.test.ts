import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { align } from '../../src/diff/alignment.ts';
import { markDifferences } from '../../src/diff/markup.ts';
import '../fixed-seed.ts';

const compare = (before: string, after: string, locale = 'ja') => {
  const marked = markDifferences([before], [after], locale);
  return [marked.before[0], marked.after[0]];
};

describe('marks', () => {
  test('whole Japanese words: a year with its era, a figure with its unit', () => {
    expect(compare(
      '<p>令和2年度の返却率は、前年度の実績から1.0ポイント伸ばします。</p>',
      '<p>令和3年度の返却率は、前年度の実績から2.0ポイント伸ばします。</p>',
    )).toEqual([
      '<p><del>令和2年度</del>の返却率は、前年度の実績から<del>1.0ポイント</del>伸ばします。</p>',
      '<p><ins>令和3年度</ins>の返却率は、前年度の実績から<ins>2.0ポイント</ins>伸ばします。</p>',
    ]);
  });

  test('whole English words, without the space after them', () => {
    expect(compare('<p>Open on Sundays until five.</p>', '<p>Open on Sundays and Mondays until six.</p>', 'en')).toEqual([
      '<p>Open on Sundays until <del>five</del>.</p>', '<p>Open on Sundays <ins>and Mondays</ins> until <ins>six</ins>.</p>',
    ]);
  });

  test('keep links and lists whole, and never reach over a tag', () => {
    expect(compare('<p>Ask <a href="/x">members</a> by post.</p>', '<p>Ask <a href="/x">all members</a> often.</p>', 'en')).toEqual([
      '<p>Ask <a href="/x">members</a> <del>by post</del>.</p>', '<p>Ask <a href="/x"><ins>all</ins> members</a> <ins>often</ins>.</p>',
    ]);
  });

  test('do not break an entity', () => {
    expect(compare('<p>A &amp; B</p>', '<p>A &lt; B</p>', 'en')).toEqual(['<p>A <del>&amp;</del> B</p>', '<p>A <ins>&lt;</ins> B</p>']);
  });

  test('take in a crumb between two changes', () => {
    expect(compare('<p>本の貸出しを増やす</p>', '<p>紙の利用者を増やす</p>')).toEqual(['<p><del>本の貸出し</del>を増やす</p>', '<p><ins>紙の利用者</ins>を増やす</p>']);
  });

  test('are none where letters only differ in width', () => {
    expect(markDifferences(['<p>ＩＣＴを使う</p>'], ['<p>ICTを使う</p>'], 'ja').differs).toBe(false);
  });

  test('read items that were merged as one text', () => {
    const marked = markDifferences(['<p>Buy books.</p>', '<p>Lend books.</p>'], ['<p>Buy books. Lend all books.</p>'], 'en');
    expect(marked.before).toEqual(['<p>Buy books.</p>', '<p>Lend books.</p>']);
    expect(marked.after).toEqual(['<p>Buy books. Lend <ins>all</ins> books.</p>']);
  });
});

describe('for any two texts', () => {
  const words = fc.array(fc.constantFrom('本', '貸出し', '返却', '増やす', 'と', 'を'), { maxLength: 14 });
  const bare = (html: string | undefined): string => (html ?? '').replace(/<\/?(del|ins)>/g, '');
  const kept = (html: string | undefined): string => (html ?? '').replace(/<(del|ins)>.*?<\/\1>/g, '');

  test('nothing is lost, and what is not marked is the same on both sides', () => {
    fc.assert(fc.property(words, words, (a, b) => {
      const [before, after] = compare(a.join(' '), b.join(' '), 'ja');
      expect([bare(before), bare(after)]).toEqual([a.join(' '), b.join(' ')]);
      expect(kept(before).replace(/\s/g, '')).toBe(kept(after).replace(/\s/g, ''));
    }));
  });

  test('runs follow each other without gaps, and common ones are equal', () => {
    fc.assert(fc.property(words, words, (a, b) => {
      let [i, j] = [0, 0];
      for (const { kind, before, after } of align(a, b)) {
        expect([before[0], after[0]]).toEqual([i, j]);
        if (kind === 'same') expect(a.slice(...before)).toEqual(b.slice(...after));
        [i, j] = [before[1], after[1]];
      }
      expect([i, j]).toEqual([a.length, b.length]);
    }));
  });
});
