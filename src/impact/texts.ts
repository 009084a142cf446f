import type { Localized } from '../locale.ts';
import { splitProse } from '../prose/reference.ts';
import type { Reference } from '../prose/reference.ts';
import type { Difference, FilePair, TextPair } from './differences.ts';
import type { Place, Side } from './side.ts';

/** A text that an editor has written, changed or removed. */
export interface TextChange {
  readonly place: Place;
  readonly change: 'changed' | 'added' | 'removed';
  /** The languages whose words are other than before. */
  readonly languages: readonly string[];
  /** The languages that it is not in. */
  readonly missing: readonly string[];
  /** The languages whose words stayed while those of the language of all texts changed. */
  readonly stale: readonly string[];
  /** How it begins, in the language of all texts. */
  readonly beginning: string;
}

/** A text that nobody has touched, and that shows another figure than before. */
export interface ShownFigure {
  readonly place: Place;
  readonly figures: readonly { readonly reference: string; readonly before: Localized; readonly after: Localized }[];
}

type Words = Readonly<Record<string, string>>;

export function textChanges(before: Side, after: Side, differences: readonly Difference[]): TextChange[] {
  return differences.filter(({ kind }) => kind === 'text').map((difference): TextChange => {
    const { files } = difference;
    const [old, now] = [difference.before?.value, difference.after?.value] as [Words | undefined, Words | undefined];
    const { tags, text } = (now ? after : before).model.report.languages;
    const place = now
      ? after.place(files.after?.file ?? '', difference.after?.path ?? [], 'key')
      : before.place(files.before?.file ?? '', difference.before?.path ?? [], 'key');
    const others = tags.filter((tag) => tag !== text);
    return {
      place,
      change: old && now ? 'changed' : now ? 'added' : 'removed',
      languages: tags.filter((tag) => old?.[tag] !== now?.[tag]),
      missing: now ? others.filter((tag) => now[tag] === undefined) : [],
      stale: old && now && old[text] !== now[text] ? others.filter((tag) => now[tag] !== undefined && now[tag] === old[tag]) : [],
      beginning: beginningOf((now ?? old)?.[text] ?? ''),
    };
  });
}

/** The first words, on one line. */
function beginningOf(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : letters.join('');
}

export function shownFigures(before: Side, after: Side, texts: readonly TextPair[]): ShownFigure[] {
  const compare = new ReferenceComparison(before, after);
  return texts.flatMap(({ files, path, before: old, after: now }): ShownFigure[] => {
    const same = Object.entries(now).filter(([tag, text]) => old[tag] === text);
    const raws = new Set(same.flatMap(([, text]) => splitProse(text).flatMap(({ raw, reference }) => (reference?.kind === 'figure' ? [raw] : []))));
    const figures = [...raws].flatMap((raw) => compare.find(raw, files));
    return figures.length === 0 ? [] : [{ place: after.place(files.after?.file ?? '', path, 'key'), figures }];
  });
}

/** What references say on either side; each asked once, unless it means a figure of the text's own file. */
class ReferenceComparison {
  readonly #before: Side;
  readonly #after: Side;
  readonly #known = new Map<string, ShownFigure['figures']>();

  constructor(before: Side, after: Side) {
    this.#before = before;
    this.#after = after;
  }

  find(raw: string, files: FilePair): ShownFigure['figures'] {
    const key = raw.includes('@') ? raw : `${raw} ${files.after?.file}`;
    const found = this.#known.get(key) ?? this.#compare(raw, files);
    this.#known.set(key, found);
    return found;
  }

  #compare(raw: string, files: FilePair): ShownFigure['figures'] {
    const [piece] = splitProse(raw);
    if (!piece?.reference) return [];
    const [old, now] = [say(this.#before, piece.reference, files.before), say(this.#after, piece.reference, files.after)];
    if (!old || !now || JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ reference: raw, before: old, after: now }];
  }
}

function say(side: Side, reference: Reference, file: FilePair['before']): Localized | undefined {
  const text = side.say((edition) => edition.resolve(reference, file?.home)?.text ?? '');
  return Object.values(text).every((words) => words === '') ? undefined : text;
}
