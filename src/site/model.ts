import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checkData, hasErrors } from '../check/check.ts';
import { latestEdition } from '../derive/model.ts';
import type { ReportEdition, ReportModel } from '../derive/model.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../diagnostics/render.ts';
import { readDataFiles } from '../load/files.ts';
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

let cached: { readonly signature: string; readonly model: ReportModel } | undefined;

/** The model that the build has derived; in development derived again whenever a file of the data has changed. */
export function getModel(): ReportModel {
  const handed = handedOver();
  if (handed) return handed.model;
  if (cached && !import.meta.env.DEV) return cached.model;
  const files = readDataFiles(ROOT);
  const signature = import.meta.env.DEV ? files.map(({ file }) => stamp(file)).join() : 'build';
  if (cached?.signature !== signature) cached = { signature, model: derive(files) };
  return cached.model;
}

/** A file may be gone since it was read: then there is another state of the data to come. */
function stamp(file: string): string {
  const found = statSync(join(ROOT, file), { throwIfNoEntry: false });
  return `${file}:${found?.mtimeMs}:${found?.size}`;
}

function derive(files: ReturnType<typeof readDataFiles>): ReportModel {
  const { model, diagnostics } = checkData(files);
  const isRight = model !== undefined && !hasErrors(diagnostics);
  // In development the server, which has this module apart from its own, is told by this whether an error still stands.
  process.env.NENPO_DATA_STATE = isRight ? 'right' : 'wrong';
  if (isRight) return model;
  const text = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
  const errors = sortDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  throw new DataError(renderDiagnostics(errors, 'text', tongueOfPage(), (file) => text.get(file) ?? null));
}

/** Of the page that is being asked for in development, where the program speaks it; of others than Japanese, English. */
function tongueOfPage(): Tongue {
  const language = process.env.NENPO_PAGE_LANGUAGE ?? 'ja';
  return isTongue(language) ? language : 'en';
}

/** The data cannot be shown. Where in the program that came out helps nobody, so it has no stack. */
class DataError extends Error {
  override readonly name = 'data/';

  constructor(message: string) {
    super(message);
    this.stack = message;
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
