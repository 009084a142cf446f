import type { Localized, Tongue } from '../locale.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isEmpty } from './impact.ts';
import type { Changes, Impact } from './impact.ts';
import type { FigureChange } from './figures.ts';
import type { PageChange } from './pages.ts';
import type { PrintChange } from './prints.ts';
import type { Place } from './side.ts';
import type { VerdictChange, VerdictWords } from './verdicts.ts';
import { KIND_WORDS, VERDICT_WORDS, sayImpact } from './words.ts';
import type { ImpactWord } from './words.ts';

export interface MarkdownOptions {
  /** In this order: usually Japanese with English below. */
  readonly tongues: readonly Tongue[];
  /** The address of a site that shows the change; pages are links into it. */
  readonly preview?: string;
  /** The repository's page of a file at the change, before its path: files are links to their lines. */
  readonly source?: string;
}

/** So many of a kind are told one by one; a review that lists more is not read. */
const MOST = 30;

/** The report as Markdown, for a pull request or a terminal. */
export function impactMarkdown(impact: Impact, options: MarkdownOptions): string {
  return `${options.tongues.map((tongue) => new Writer(impact, tongue, options).whole()).join('\n\n---\n\n')}\n`;
}

class Writer {
  readonly #impact: Impact;
  readonly #tongue: Tongue;
  readonly #options: MarkdownOptions;

  constructor(impact: Impact, tongue: Tongue, options: MarkdownOptions) {
    this.#impact = impact;
    this.#tongue = tongue;
    this.#options = options;
  }

  whole(): string {
    const { before, after, changes, files } = this.#impact;
    const head = [`## ${this.#say('title')}`, this.#say('compared', this.#name(before), this.#name(after))];
    if (after.errors.length > 0) head.push(`**${this.#say(changes ? 'afterErrors' : 'afterBroken', after.errors.length)}**`, this.#errors(after.errors));
    else if (!changes) head.push(`**${this.#say('beforeBroken', this.#name(before), before.errors.length)}**`);
    if (!changes) return head.join('\n\n');
    if (files.length === 0) return [...head, this.#say('nothing')].join('\n\n');
    if (isEmpty(changes)) return [...head, this.#say('formOnly', files.length)].join('\n\n');
    const parts = this.#parts(changes).filter(({ lines }) => lines.length > 0);
    const summary = parts.map(({ word, count }) => `${this.#say(word)} ${count}`).join(this.#tongue === 'ja' ? '、' : ' · ');
    return [...head, summary, ...parts.map((part) => this.#part(part))].join('\n\n');
  }

  #name({ name }: Impact['before']): string {
    return name === '' ? this.#say('workTree') : code(name);
  }

  #say(key: ImpactWord, ...values: readonly (string | number)[]): string {
    return sayImpact(this.#tongue, key, ...values);
  }

  #pick(text: Localized): string {
    return text[this.#tongue];
  }

  #errors(errors: readonly Diagnostic[]): string {
    return limited(errors.map(({ file, line, message }) => `- ${this.#place({ file, line })} ${cell(this.#pick(message))}`), (count) => `- ${this.#say('more', count)}`).join('\n');
  }

  /** What readers would notice first stands first; long lists are folded away. */
  #parts(changes: Changes): Part[] {
    const flips = changes.verdicts.filter(({ flips }) => flips);
    const moves = changes.verdicts.filter(({ flips }) => !flips);
    const untranslated = changes.texts.filter(({ missing, stale }) => missing.length + stale.length > 0);
    return [
      this.#table('figures', changes.figures, ['what', 'period', 'before', 'after', 'place'], (each) => [...this.#figure(each), this.#place(each.place)]),
      this.#table('flips', flips, ['target', 'before', 'after', 'place'], (each) => this.#verdict(each)),
      this.#table('discrepancies', changes.discrepancies, ['what', 'printed', 'recomputed', 'place'], (each) =>
        [cell(this.#pick(each.name)), cell(this.#pick(each.printed)), `${cell(this.#pick(each.recomputed))} (${this.#say(each.isWaived ? 'waived' : 'notWaived')})`, this.#place(each.place)]),
      this.#table('settled', changes.settled, ['what', 'printed', 'recomputed', 'place'], (each) =>
        [...[each.name, each.printed, each.recomputed].map((text) => cell(this.#pick(text))), this.#place(each.place)]),
      this.#list('waivers', changes.waivers, (each) => `${this.#say(each.change)}: ${cell(this.#pick(each.reason))} ${this.#place(each.place)}`),
      this.#table('derived', changes.derived, ['what', 'period', 'before', 'after', 'result', 'place'], (each) => [
        ...this.#figure(each),
        each.verdict && each.printed ? `${this.#say('printed')} ${cell(this.#pick(each.printed))}: ${this.#checks(each.verdict)}` : '',
        this.#place(each.place),
      ]),
      this.#table('moves', moves, ['target', 'before', 'after', 'place'], (each) => this.#verdict(each)),
      this.#list('untranslated', untranslated, (each) => {
        const needs = [...each.missing.map((tag) => this.#say('missing', tag)), ...each.stale.map((tag) => this.#say('stale', tag))];
        return `${this.#place(each.place)} ${needs.join(', ')}: ${cell(each.beginning)}`;
      }),
      this.#list('texts', changes.texts, (each) => `${this.#place(each.place)} ${this.#say(each.change)} (${each.languages.join(', ')}): ${cell(each.beginning)}`, true),
      this.#list('entries', changes.entries, (each) =>
        `${this.#say(each.change)}: ${KIND_WORDS[each.kind][this.#tongue]} ${each.title ? `${cell(this.#pick(each.title))} ` : ''}${code(each.id)} ${this.#place(each.place)}`),
      this.#list('values', changes.values, (each) =>
        `${this.#place(each.place)} ${code(each.key)}: ${each.before === undefined ? this.#say('none') : code(each.before)} → ${each.after === undefined ? this.#say('none') : code(each.after)}`),
      this.#list('shown', changes.shown, (each) => `${this.#place(each.place)} ${[...new Set(each.figures.map(({ before, after }) => `${cell(this.#pick(before))} → ${cell(this.#pick(after))}`))].join(', ')}`, true),
      this.#list('charts', changes.charts, (each) => this.#link(this.#pick(each.title), each.address, this.#tongue), true),
      this.#list('pages', changes.pages, (each) => this.#page(each), true),
      this.#list('prints', changes.prints, (each) => this.#print(each)),
    ];
  }

  #part({ word, count, lines, isFolded }: Part): string {
    const title = `${this.#say(word)} (${count})`;
    if (isFolded) return `<details><summary><b>${title}</b></summary>\n\n${lines.join('\n')}\n\n</details>`;
    return `### ${title}\n\n${lines.join('\n')}`;
  }

  #table<T>(word: ImpactWord, all: readonly T[], head: readonly ImpactWord[], row: (each: T) => readonly string[]): Part {
    if (all.length === 0) return { word, count: 0, lines: [], isFolded: false };
    const line = (cells: readonly string[]) => `| ${cells.map((text) => (text === '' ? ' ' : text)).join(' | ')} |`;
    const rows = limited(all.map((each) => line(row(each))), (count) => line([this.#say('more', count), ...head.slice(1).map(() => '')]));
    return { word, count: all.length, lines: [line(head.map((key) => this.#say(key))), line(head.map(() => '---')), ...rows], isFolded: false };
  }

  #list<T>(word: ImpactWord, all: readonly T[], item: (each: T) => string, isFolded = false): Part {
    return { word, count: all.length, lines: limited(all.map((each) => `- ${item(each)}`), (count) => `- ${this.#say('more', count)}`), isFolded: isFolded && all.length > 5 };
  }

  #figure({ name, period, before, after, change }: FigureChange): string[] {
    const show = (text: Localized | undefined) => (text ? cell(this.#pick(text)) : this.#say('none'));
    return [cell(this.#pick(name)), cell(this.#pick(period)), show(before), change === 'removed' ? show(after) : `**${show(after)}**`];
  }

  #verdict({ target, title, before, after, place }: VerdictChange): string[] {
    const words = ({ result, timing, trajectory, figures }: VerdictWords): string => {
      const state = [timing, ...(trajectory ? [trajectory] : [])].map((text) => this.#pick(text)).join(', ');
      return [`**${cell(this.#pick(result))}** (${cell(state)})`, cell(this.#pick(figures))].filter((text) => text !== '').join(' ');
    };
    return [`${cell(this.#pick(title))} ${code(target)}`, words(before), words(after), this.#place(place)];
  }

  #checks({ before, after }: { readonly before: keyof typeof VERDICT_WORDS; readonly after: keyof typeof VERDICT_WORDS }): string {
    const [old, now] = [VERDICT_WORDS[before][this.#tongue], VERDICT_WORDS[after][this.#tongue]];
    return before === after ? now : `${old} → **${now}**`;
  }

  #page({ address, title, change, languages }: PageChange): string {
    const name = this.#link(this.#pick(title), address, languages.includes(this.#tongue) ? this.#tongue : languages[0], change === 'removed');
    return [name, `(${languages.join(', ')})`, ...(change === 'changed' ? [] : [this.#say(change)])].join(' ');
  }

  #link(title: string, address: string, language: string | undefined, isGone = false): string {
    const { preview } = this.#options;
    if (preview === undefined || isGone || language === undefined) return `${cell(title)} ${code(`${language ?? ''}/${address}`)}`;
    return `[${cell(title)}](${preview.replace(/\/?$/, '/')}${language}/${address})`;
  }

  #print({ title, language, file, change, chapters }: PrintChange): string {
    const list = limited(chapters.map(({ title: name, pages }) => {
      if (!pages) return cell(this.#pick(name));
      const [from, to] = pages;
      return `${cell(this.#pick(name))} ${from === to ? this.#say('pageCount', from) : this.#say('pageRange', from, to)}`;
    }), (count) => this.#say('more', count));
    const isPrinted = chapters.some(({ pages }) => pages);
    const rest = list.length === 0 ? this.#say(change) : `${list.join(this.#tongue === 'ja' ? '、' : ', ')}${isPrinted ? '' : ` (${this.#say('notPrinted')})`}`;
    return `${cell(this.#pick(title))} (${language}) ${code(file)}: ${rest}`;
  }

  #place({ file, line }: Place): string {
    const { source } = this.#options;
    const text = code(`${file}:${line}`);
    return source === undefined ? text : `[${text}](${source.replace(/\/?$/, '/')}${encodeURI(file)}#L${line})`;
  }
}

interface Part {
  readonly word: ImpactWord;
  readonly count: number;
  readonly lines: readonly string[];
  readonly isFolded: boolean;
}

function limited(lines: readonly string[], rest: (count: number) => string): string[] {
  return lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), rest(lines.length - MOST)];
}

/** Text that stands in a table: nothing in it is Markdown, HTML or the mention of a person. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replaceAll('@', '@\u2060').trim();
}

function code(text: string): string {
  const safe = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return safe.includes('`') ? `\`\` ${safe} \`\`` : `\`${safe}\``;
}
