import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { MOST_DRAWING_BYTES } from '../load/files.ts';
import type { PublicFile } from '../load/files.ts';
import { Lines } from '../load/lines.ts';
import { DIRECTION, HIDDEN, STACKED, findFault } from '../load/text-faults.ts';
import type { FileProblem } from '../load/file-problems.ts';
import { findActive } from './drawing.ts';

/** What the build itself writes beside the folders of the languages. */
export const BUILT = ['404.html', '_astro', '_headers', '_redirects', 'data', 'fonts', 'index.html', 'og', 'pdf', 'robots.txt', 'search-index', 'sitemap.xml', 'theme.js'];

/** What a browser or a host would run, or show as a page of the site that none of the rules for pages hold for. */
const ACTIVE = /\.(?:[sx]?html?|xht|xml|xsl|xslt|mht|mhtml|[cm]?js|svgz|swf|wasm|php\d?|phtml|phar|cgi|aspx?|jspx?)$/i;

/** The files of `public/`, which go to readers as they are: that each is a file, takes no other's place, and does nothing by itself. */
export function checkPublished(files: readonly PublicFile[], languages: readonly string[]): Diagnostic[] {
  const built = new Set([...BUILT, ...languages].map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  return files.flatMap(({ file, isPlain, bytes }) => {
    const folded = file.normalize('NFC').toLowerCase();
    if (seen.has(folded)) return [tell(file, TWIN, '', 0, 0)];
    seen.add(folded);
    const [, first = '', ...rest] = file.split('/');
    const whole = problemOf(file, isPlain, built.has(first.toLowerCase()), rest.length > 0);
    if (whole) return [tell(file, whole, '', 0, 0)];
    return bytes ? lookInto(file, bytes) : [];
  });
}

function problemOf(file: string, isPlain: boolean, isBuilt: boolean, isBelow: boolean): FileProblem | undefined {
  if (!isPlain) return NO_FILE;
  if ([HIDDEN, DIRECTION, STACKED].some((kind) => kind.test(file)) || /[\p{Cc}\\?#%:*"<>|]|[ .](?:\/|$)/u.test(file)) return NAME;
  if (isBuilt) return isBelow ? TAKEN_FOLDER : TAKEN;
  return ACTIVE.test(file) ? RUNS : undefined;
}

function lookInto(file: string, bytes: Uint8Array): Diagnostic[] {
  if (bytes.length > MOST_DRAWING_BYTES) return [tell(file, TOO_LARGE, '', 0, 0)];
  const text = new TextDecoder().decode(bytes);
  const fault = findFault(bytes, text);
  if (fault) return [tell(file, fault.problem, text, fault.from, fault.to)];
  return findActive(text).map(([from, to]) => tell(file, DRAWING(text.slice(from, to)), text, from, to));
}

function tell(file: string, problem: FileProblem, text: string, from: number, to: number): Diagnostic {
  return { severity: 'error', file, ...new Lines(text).span(from, Math.max(to, from + 1)), ...problem };
}

const NO_FILE: FileProblem = {
  code: 'not-a-file',
  message: { ja: 'リンクなど、ふつうのファイルでないものは公開しません。', en: 'A link, or anything else that is no plain file, is not published.' },
  repair: { ja: 'ファイルそのものを置いてください。', en: 'Put the file itself there.' },
};
const NAME: FileProblem = {
  code: 'file-name',
  message: { ja: '名前に、アドレスに使えない文字があります。', en: 'There is a character in its name that no address can have.' },
  repair: { ja: '文字、数字、- と . だけの名前にしてください。', en: 'Give it a name of letters, digits, - and . alone.' },
};
const TAKEN: FileProblem = {
  code: 'name-taken',
  message: { ja: 'サイトがこの名前のファイルを作ります。', en: 'The site makes a file of this name.' },
  repair: { ja: '別の名前にしてください。', en: 'Give it another name.' },
};
const TAKEN_FOLDER: FileProblem = {
  code: 'name-taken',
  message: { ja: 'サイトがこの名前のフォルダーを作ります。', en: 'The site makes a folder of this name.' },
  repair: { ja: '別のフォルダーに置いてください。', en: 'Put it into another folder.' },
};
const TWIN: FileProblem = {
  code: 'name-taken',
  message: { ja: '大文字・小文字などの違いだけで、同じ名前のファイルがほかにあります。', en: 'Another file has the same name but for capitals or the way its accents are written.' },
  repair: { ja: '別の名前にしてください。', en: 'Give it another name.' },
};
const RUNS: FileProblem = {
  code: 'active-file',
  message: { ja: 'ブラウザーが開くと動く形式のファイルは公開しません。', en: 'A file of a kind that browsers run is not published.' },
  repair: { ja: '文章は content/ に、図は PNG や SVG で、文書は PDF で置いてください。', en: 'Text goes into content/, pictures as PNG or SVG, documents as PDF.' },
};
const TOO_LARGE: FileProblem = {
  code: 'file-too-large',
  message: { ja: 'SVG が大きすぎます（4 MB まで）。', en: 'The SVG is too large (4 MB at most).' },
  repair: { ja: 'PNG で保存し直してください。', en: 'Save it again as PNG.' },
};
const DRAWING = (part: string): FileProblem => ({
  code: 'active-file',
  message: { ja: `この SVG は、動くか、ほかのファイルを読みます: 「${part}」。`, en: `This SVG acts, or asks for other files: “${part}”.` },
  repair: { ja: 'その部分を消すか、「プレーン SVG」か PNG で保存し直してください。', en: 'Remove that part, or save it again as plain SVG or as PNG.' },
});
