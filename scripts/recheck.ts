import { createReadStream } from 'node:fs';
import { printResult, recheckLine } from '../src/recheck/line.ts';
import { describeProblem } from '../src/recheck/problem.ts';
import { misused, readLocale, readOptions, refuseFurther, stopWhenReaderLeaves } from './command.ts';

const CALL = 'npm run recheck -- FILE.jsonl [--json] [--lang ja|en]\n';
const USAGE = {
  ja: `${CALL}印刷された派生値を計算し直し、それぞれ「id 判定」（equal 一致、rounding 丸めの範囲、differs 不一致）を出力します。
FILE が - なら標準入力を読みます。読めない行があれば 1、書き方が違えば 2 で終わります。
`,
  en: `${CALL}Recomputes printed derived figures and prints "id verdict" for each: equal, rounding or differs.
FILE may be - for standard input. Exits 1 when a case cannot be read, 2 when it is called wrongly.
`,
};

const { values: { json, lang }, positionals: [file, ...others] } = readOptions({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, lang: { type: 'string' } },
}, USAGE);
const locale = readLocale(lang, USAGE);
if (file === undefined) misused({ ja: 'ファイルを書いてください。', en: 'Give a file.' }, USAGE);
refuseFurther(others, USAGE);
stopWhenReaderLeaves();
await run(file);

async function run(file: string): Promise<void> {
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
