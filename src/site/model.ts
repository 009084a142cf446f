import { computeAnew } from '../cache/remember.ts';
import { checkBeside } from '../check/body.ts';
import { checkData, hasErrors } from '../check/check.ts';
import { latestEdition } from '../derive/model.ts';
import type { ReportEdition, ReportModel } from '../derive/model.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../diagnostics/render.ts';
import { DataFolder, readBeside, readFontFiles, textIn } from '../load/files.ts';
import type { Beside, DataFile } from '../load/files.ts';
import { readSiteAddress } from '../load/site-address.ts';
import type { Language } from '../i18n/language.ts';
import { isTongue } from '../locale.ts';
import type { Locale, Tongue } from '../locale.ts';
import { Edition } from '../view/edition.ts';
import { editionsOf, siteLanguages } from '../view/editions.ts';
import { handedOver } from './handed.ts';

/** Where the body of data lies that this site is made from. */
export const ROOT = process.env.NENPO_ROOT ?? process.cwd();

/** As astro.config.mjs has it. Not Vite's BASE_URL, which a variable of the shell by that name would replace. */
export const { base: BASE } = readSiteAddress(ROOT);

const folder = new DataFolder(ROOT);

interface Seen {
  readonly model: ReportModel;
  readonly beside: Beside;
}

let cached: (Seen & { readonly request: string | undefined; readonly data: readonly DataFile[] }) | undefined;

/** The model that the build has derived; in development, as the data are when a page is asked for. */
export function getModel(): ReportModel {
  return look().model;
}

/** What the body brings beside its data. */
export function getBeside(): Beside {
  return look().beside;
}

function look(): Seen {
  const handed = handedOver();
  if (handed) return handed;
  // The server, which has this module apart from its own, counts the requests: a page looks at the data once.
  const request = process.env.NENPO_REQUEST;
  if (cached && cached.request === request) return cached;
  const [data, beside] = [folder.read(), readBeside(ROOT)];
  cached = { request, data, beside, model: derive(data, beside) };
  return cached;
}

function derive(data: readonly DataFile[], beside: Beside): ReportModel {
  const { model, diagnostics: inData } = cached?.data === data ? { model: cached.model, diagnostics: [] } : checkData(data, computeAnew, readFontFiles(ROOT));
  const diagnostics = [...inData, ...checkBeside(beside, model?.report)];
  const isRight = model !== undefined && !hasErrors(diagnostics);
  // In development the server, which has this module apart from its own, is told by this whether an error still stands.
  process.env.NENPO_DATA_STATE = isRight ? 'right' : 'wrong';
  if (isRight) return model;
  const errors = sortDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  const tongue = tongueOfPage();
  throw new DataError(renderDiagnostics(errors, 'text', tongue, textIn([...data, ...beside.content, ...beside.published])), errors.length, tongue);
}

/** Of the page that is being asked for in development, where the program speaks it; of others than Japanese, English. */
function tongueOfPage(): Tongue {
  const language = process.env.NENPO_PAGE_LANGUAGE ?? 'ja';
  return isTongue(language) ? language : 'en';
}

/** The data cannot be shown. Where in the program that came out helps nobody, so it has no stack. */
class DataError extends Error {
  override readonly name = 'data/';
  /** What the overlay says above the message, and below it. */
  readonly title: string;
  readonly hint: string;

  constructor(message: string, count: number, tongue: Tongue) {
    super(message);
    this.stack = '';
    this.title = { ja: `データに誤りが${count}件あります`, en: count === 1 ? 'There is a mistake in the data' : `There are ${count} mistakes in the data` }[tongue];
    this.hint = { ja: '直して保存すると、ページは自動で元に戻ります。', en: 'Mend and save it: the page comes back by itself.' }[tongue];
  }
}

const languages = new WeakMap<ReportModel, readonly Language[]>();

/** The languages of the site, with all that they need to speak. */
export function getLanguages(): readonly Language[] {
  const model = getModel();
  const made = languages.get(model) ?? siteLanguages(model);
  languages.set(model, made);
  return made;
}

export function getLocales(): Locale[] {
  return getLanguages().map(({ tag }) => tag);
}

const editions = new WeakMap<ReportModel, Map<string, Edition>>();

/** The model in one language; one and the same for every page of it. */
export function getEdition(locale: Locale, paper = false): Edition {
  const model = getModel();
  const made = editions.get(model) ?? new Map<string, Edition>();
  editions.set(model, made);
  const key = `${locale}:${paper}`;
  const edition = made.get(key) ?? new Edition(model, locale, BASE, paper, getLanguages(), handedOver()?.remember);
  made.set(key, edition);
  return edition;
}

/** The model in every language, the default language first. */
export function getEditions(): Edition[] {
  return editionsOf(getModel(), BASE, handedOver()?.remember);
}

/** The report that the site opens with. */
export function getLatest(edition: Edition): ReportEdition {
  const latest = latestEdition(edition.model);
  if (!latest) throw new Error('data/<year>/report.yaml: no report / 報告がありません');
  return latest;
}

/** A page in every language: for `getStaticPaths`. */
export function inEveryLocale<P extends Record<string, string>>(params: readonly P[] = [{} as P]) {
  return getLocales().flatMap((locale) => params.map((each) => ({ params: { locale, ...each } })));
}
