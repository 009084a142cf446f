// node scripts/recheck.ts FILE.jsonl [--json] [--lang ja|en]
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { isTongue } from '../src/locale.ts';
import type { Tongue } from '../src/locale.ts';
import { printResult, recheckLine } from '../src/recheck/line.ts';
import { describeProblem } from '../src/recheck/problem.ts';

const USAGE = `usage: node scripts/recheck.ts FILE.jsonl [--json] [--lang ja|en]
Recomputes printed derived figures and prints "id verdict" for each: equal, rounding or differs.
FILE may be - for standard input. Exits 1 when a case cannot be read, 2 when it is called wrongly.
`;

interface Request {
  readonly file: string;
  readonly json: boolean;
  readonly locale: Tongue;
}

const request = readRequest();
if (request) await run(request);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

async function run({ file, json, locale }: Request): Promise<void> {
  stopWhenReaderLeaves();
  const name = file === '-' ? '<stdin>' : file;
  let number = 0;
  try {
    for await (const line of readLines(file)) {
      number += 1;
      const outcome = recheckLine(line);
      if (outcome.type === 'checked') print(printResult(outcome.figure, outcome.result, json));
      if (outcome.type !== 'problem') continue;
      report(`${name}:${number}: ${describeProblem(outcome.problem, locale)}`, 1);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    report(`${name}: ${locale === 'ja' ? 'ファイルを読めません' : 'cannot read the file'} (${error.code})`, 2);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(message: string, exitCode: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

/** Lines end with a line feed only: a title may hold other separators. */
async function* readLines(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** `… | head` closes the pipe; that is no error. */
function stopWhenReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

function readRequest(): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: userLocale() } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0 || !isTongue(values.lang)) return undefined;
    return { file, json: values.json, locale: values.lang };
  } catch {
    return undefined;
  }
}

function userLocale(): Tongue {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('ja') ? 'ja' : 'en';
}
