import { checkData, hasErrors } from '../check/check.ts';
import type { ReportModel } from '../derive/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Path } from '../diagnostics/problem.ts';
import type { DataFile } from '../load/files.ts';
import type { Localized, Tongue } from '../locale.ts';
import { TONGUES } from '../locale.ts';
import { Edition } from '../view/edition.ts';
import { editionsOf, siteLanguages } from '../view/editions.ts';

/** A body of data as it is kept: its YAML and its pages of prose. */
export interface Body {
  /** How it is called: `main (1a2b3c4)`; empty for the files that are being worked on. */
  readonly name: string;
  readonly data: readonly DataFile[];
  readonly content: readonly DataFile[];
}

/** Where something stands, for an editor. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One of the two bodies of data that are compared, with all that follows from it. */
export class Side {
  readonly body: Body;
  readonly model: ReportModel;
  /** In every language of the site, the default language first. */
  readonly editions: readonly Edition[];
  readonly #locate: ReturnType<typeof checkData>['locate'];
  readonly #base: string;

  constructor(body: Body, model: ReportModel, locate: ReturnType<typeof checkData>['locate'], base: string) {
    this.body = body;
    this.model = model;
    this.editions = editionsOf(model, base);
    this.#locate = locate;
    this.#base = base;
  }

  place(file: string, path: Path, at?: 'key'): Place {
    const message = { ja: '', en: '' };
    const [found] = this.#locate([{ severity: 'warning', code: '', file, path, message, ...(at ? { at } : {}) }]);
    return { file, line: found?.line ?? 1 };
  }

  edition(tag: string): Edition | undefined {
    return this.editions.find(({ locale }) => locale === tag);
  }

  /** The edition of one of the program's own languages, or that of the default language where the site has it not. */
  speaking(tongue: Tongue): Edition {
    const found = this.edition(tongue) ?? this.editions[0];
    if (!found) throw new RangeError('no language');
    return found;
  }

  say(tell: (edition: Edition) => string): Localized {
    return Object.fromEntries(TONGUES.map((tongue) => [tongue, tell(this.speaking(tongue))])) as Localized;
  }

  /** The edition for paper, in which references lead inside the document. */
  paper(tag: string): Edition {
    return new Edition(this.model, tag, this.#base, true, siteLanguages(this.model));
  }
}

/** Mistakes that leave everything readable: what the change does can be told, beside them. */
const READABLE: readonly string[] = ['recheck-differs', 'total-differs', 'official-differs', 'unbound-number', 'number-parity'];

export interface Opened {
  readonly side?: Side;
  readonly errors: readonly Diagnostic[];
}

/**
 * Reads a body of data. Where it has errors, there is no side to compare; save for those that leave all of it
 * readable, such as a printed change that does not follow from its figures.
 */
export function openSide(body: Body, base: string): Opened {
  const { model, diagnostics, locate } = checkData(body.data);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const isWhole = !hasErrors(diagnostics.filter(({ code }) => !READABLE.includes(code)));
  return { errors, ...(model && isWhole ? { side: new Side(body, model, locate, base) } : {}) };
}
