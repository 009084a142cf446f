import { parseArgs } from 'node:util';
import type { ParseArgsConfig, ParseArgsOptionsConfig } from 'node:util';
import { troubleOf } from '../src/files/trouble.ts';
import { TONGUES } from '../src/locale.ts';
import type { Localized, Tongue } from '../src/locale.ts';
import { describeTrouble } from './describe-trouble.ts';
import { preferredLocale } from './preferred-locale.ts';

/** What every command understands besides its own options. */
const COMMON = { help: { type: 'boolean', short: 'h' } } as const;

/** How a command is called; in both languages where it says what for. */
export type Usage = string | Localized;

/**
 * The options and operands of a command line. `--help` shows the usage and ends; what is not understood ends the command
 * with 2, says what it is and shows the usage.
 */
export function readOptions<const T extends ParseArgsConfig>(config: T, usage: Usage): ReturnType<typeof parseArgs<T>> {
  process.once('uncaughtException', endPlainly);
  try {
    const read = parseArgs({ ...config, options: { ...config.options, ...COMMON } as ParseArgsOptionsConfig });
    if ((read.values as { help?: boolean }).help) finish(inLanguage(usage), 0);
    return read as unknown as ReturnType<typeof parseArgs<T>>;
  } catch (error) {
    return misused(misunderstood(error), usage);
  }
}

/** The language that was asked for. */
let asked: Tongue | undefined;

/** The language of messages: that of `--lang`, or the user's. Another than Japanese or English ends the command with 2. */
export function readLocale(given: string | undefined, usage: Usage): Tongue {
  asked = oneOf('--lang', given, TONGUES, usage);
  return asked ?? preferredLocale();
}

/** The value of an option that has only a few; with another the command ends. */
export function oneOf<const T extends string>(option: string, given: string, known: readonly T[], usage: Usage): T;
export function oneOf<const T extends string>(option: string, given: string | undefined, known: readonly T[], usage: Usage): T | undefined;
export function oneOf<T extends string>(option: string, given: string | undefined, known: readonly T[], usage: Usage): T | undefined {
  if (given === undefined || known.includes(given as T)) return given as T | undefined;
  return misused({
    ja: `${option} に「${given}」は使えません。使えるのは ${known.join('、')} です。`,
    en: `${option} cannot be “${given}”; it is one of ${known.join(', ')}.`,
  }, usage);
}

/** A command that is called wrongly says what is wrong, shows the usage and ends with 2. */
export function misused(message: Localized, usage: Usage): never {
  return finish(`${inLanguage(message)}\n${inLanguage(usage)}`, 2);
}

/** More operands than a command takes. */
export function refuseFurther([further]: readonly string[], usage: Usage): void {
  if (further !== undefined) misused({ ja: `「${further}」は読めません。`, en: `Unexpected argument '${further}'` }, usage);
}

/** A sheet is written into a file of one of two kinds. */
export function needSheetName(name: string, usage: Usage): void {
  if (!/\.(csv|xlsx)$/i.test(name)) misused({ ja: `--out のファイルの名前は .csv か .xlsx で終わります: 「${name}」`, en: `The name of the file to write ends with .csv or .xlsx: “${name}”` }, usage);
}

function inLanguage(text: Usage): string {
  return typeof text === 'string' ? text : text[asked ?? preferredLocale()];
}

/** Says a last word and ends: on standard output where all went well, else on standard error. */
export function finish(message: string, code: number): never {
  (code === 0 ? process.stdout : process.stderr).write(message);
  process.exit(code);
}

/** `… | head` closes the pipe early; that is no error. */
export function stopWhenReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/**
 * A signal ends a command at once, and on its way out it takes along what it has started: a browser, and then what is left of
 * it in the folder for temporary files.
 */
export function endAtSignals(clear: () => void): void {
  for (const [signal, code] of [['SIGHUP', 129], ['SIGINT', 130], ['SIGTERM', 143]] as const) {
    process.once(signal, () => {
      process.once('exit', clear);
      process.exit(code);
    });
  }
}

/** A disk that is full, a folder that is read-only: only where the program itself is at fault there is a stack trace. */
function endPlainly(error: unknown): void {
  const trouble = troubleOf(error);
  if (trouble) finish(`${describeTrouble(trouble, asked ?? preferredLocale())}\n`, 1);
  console.error(error);
  process.exit(1);
}

function misunderstood(error: unknown): Localized {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const [, name = ''] = /'([^']+)'/.exec(message) ?? [];
  const [en = ''] = message.split('. ');
  if (!code.startsWith('ERR_PARSE_ARGS')) return { ja: en, en };
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return { ja: `「${name}」というオプションはありません。`, en };
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return { ja: `「${name}」は読めません。`, en };
  return { ja: `「${name}」の値の書き方が違います。`, en };
}
