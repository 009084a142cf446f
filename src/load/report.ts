import type { Figure, Quantity } from '../quantity/quantity.ts';
import type { Units } from '../quantity/unit.ts';
import type { Finance } from '../schema/finance.ts';
import type { Indicator, Observation } from '../schema/indicator.ts';
import type { LanguageFile as LanguageData } from '../schema/language.ts';
import type { Languages } from '../schema/languages.ts';
import type { MidTerm } from '../schema/mid-term.ts';
import type { Documents, Glossary, Organisation, Outline, ReportYear } from '../schema/organisation.ts';
import type { Redirects } from '../schema/redirects.ts';
import type { SectionYear } from '../schema/section-year.ts';

/** Everything that the data says, read and of the right shape; nothing computed yet. */
export interface Report {
  readonly organisation: Organisation;
  readonly languages: Languages;
  /** By tag: those of further languages, and other words for the program's own. */
  readonly languageFiles: ReadonlyMap<string, LanguageFile>;
  readonly outline: Outline;
  readonly documents: ReadonlyMap<string, Documents['documents'][number]>;
  /** How the documents name places: 別表{0}. */
  readonly places: readonly Readonly<Record<string, string>>[];
  readonly units: Units;
  readonly glossary: ReadonlyMap<string, Glossary['terms'][number]>;
  readonly years: readonly Loaded<ReportYear>[];
  readonly indicators: ReadonlyMap<string, LoadedIndicator>;
  readonly sections: readonly LoadedSection[];
  readonly midTerms: readonly LoadedMidTerm[];
  /** By year, the earliest first. */
  readonly finances: readonly LoadedFinance[];
  /** Ids that were changed. */
  readonly redirects: Redirects['redirects'];
  /** What the data names where it could not be read: see unread.ts. Empty when the data has no errors. */
  readonly unread: ReadonlySet<string>;
}

/**
 * - `gaps`: entries or texts are missing; what is there can be computed with
 * - `guesses`: what a computation rests on was wrong, and something stands in for it
 */
export type Incomplete = 'gaps' | 'guesses';

/** Data with the file it came from, so that a later check can point at it. */
export interface Loaded<T> {
  readonly file: string;
  readonly data: T;
  /** Parts of the file were wrong and are left out: its gaps are no further mistakes. */
  readonly incomplete?: Incomplete;
}

export type LanguageFile = Loaded<LanguageData>;

export interface LoadedIndicator extends Loaded<Indicator> {
  readonly observations: ReadonlyMap<string, LoadedObservation>;
}

export interface LoadedObservation {
  readonly index: number;
  readonly data: Observation;
  readonly figure: Figure;
  readonly change?: Quantity;
  readonly also: readonly Quantity[];
}

export interface LoadedSection extends Loaded<SectionYear> {
  /** The folder that it stands in: FY2025. */
  readonly year: string;
  readonly figures: ReadonlyMap<string, LoadedFigure>;
}

export interface LoadedMidTerm extends Loaded<MidTerm> {
  /** The last year of the plan. */
  readonly year: string;
  readonly figures: ReadonlyMap<string, LoadedFigure>;
}

/** A file whose texts have figures and targets of their own. */
export type LoadedText = LoadedSection | LoadedMidTerm;

export interface LoadedFigure {
  readonly index: number;
  readonly data: NonNullable<SectionYear['figures']>[number];
  readonly figure: Figure;
}

export interface LoadedFinance extends Loaded<Finance> {
  /** Of its name: FY2021. */
  readonly year: string;
  /** Its amounts by their path: `breakdowns.0.total.budget`. */
  readonly figures: ReadonlyMap<string, Figure>;
}
