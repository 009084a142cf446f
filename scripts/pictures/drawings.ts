import { escapeMarkup } from '../../src/charts/markup.ts';
import type { Tongue } from '../../src/locale.ts';

/** What one must find on GitHub, as drawings: its pages are not copied. The numbers are those of the steps in the guide. */
export const DRAWINGS: Readonly<Record<string, (tongue: Tongue) => string>> = { 'github-file': filePage, 'github-editor': editor, 'github-propose': dialog, 'github-mistake': mistake };

const WIDTH = 720;
const INK = '#1f2328';
const QUIET = '#59636e';
const LINE = '#d1d9e0';
const GREEN = '#1f883d';
const MARK = '#0017c1';
const SANS = "'Helvetica Neue', Arial, 'Liberation Sans', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif";
const MONO = "ui-monospace, Menlo, Consolas, 'Noto Sans Mono', monospace";
const FILE = 'np-current-rate.yaml';

function filePage(tongue: Tongue): string {
  return drawing(288, tongue === 'ja' ? 'ファイルのページの図解' : 'Drawing of the page of a file', [
    step(1, 40, 43), path(62, 48, `nenpo / data / indicators / np-collection / <tspan font-weight="700" fill="${INK}">${FILE}</tspan>`),
    box(24, 68, 672, 196), line(24, 112, 696),
    box(36, 76, 56, 28, '#f6f8fa'), words(64, 95, 'Code', { anchor: 'middle' }), words(126, 95, 'Blame', { anchor: 'middle', fill: QUIET }),
    box(470, 76, 54, 28, '#f6f8fa'), words(497, 95, 'Raw', { anchor: 'middle' }),
    icon(541, 82, 'M0 4h9v12h-9zM4 4v-4h9v12h-4'), icon(582, 82, 'M7 0v10M3 6l4 4 4-4M0 13v3h14v-3'),
    pencil(633, 82), ring(620, 73, 40, 34), step(2, 640, 124), icon(674, 87, 'M0 0l5 5 5-5'),
    words(622, 129, tongue === 'ja' ? '鉛筆の印' : 'The pencil', { anchor: 'end', fill: MARK, weight: 700 }),
    code(60, 150, ['observations:', '  …', '  - at: 2025-09', '    value: 77.2%', '    change: +0.2%']),
  ]);
}

function editor(tongue: Tongue): string {
  return drawing(268, tongue === 'ja' ? '編集画面の図解' : 'Drawing of the editor', [
    path(24, 48, 'nenpo / … / np-collection /'), box(208, 29, 164, 30), words(218, 49, FILE),
    words(531, 49, 'Cancel changes', { anchor: 'end', fill: QUIET }), button(546, 29, 150, 'Commit changes…'), ring(541, 24, 160, 40), step(4, 621, 80),
    box(24, 96, 672, 148), line(24, 134, 696), box(36, 102, 48, 26, '#f6f8fa'), words(60, 120, 'Edit', { anchor: 'middle' }), words(124, 120, 'Preview', { anchor: 'middle', fill: QUIET }),
    `<rect x="25" y="184" width="670" height="22" fill="#e8f0fe"/>`,
    code(60, 156, ['  …', '  - at: 2025-09', '    value: 72.7%', '    change: +0.2%']), step(3, 42, 195),
    words(230, 200, tongue === 'ja' ? '直した行' : 'the line that was mended', { fill: MARK, weight: 700 }),
  ]);
}

function dialog(tongue: Tongue): string {
  const ja = tongue === 'ja';
  return drawing(390, ja ? '「Commit changes」の画面の図解' : 'Drawing of the dialog “Commit changes”', [
    box(110, 20, 500, 350), words(130, 49, 'Commit changes', { weight: 700 }), icon(582, 39, 'M0 0l10 10M10 0L0 10'), line(110, 66, 610),
    words(130, 92, 'Commit message', { weight: 700 }), step(4, 90, 117), box(130, 102, 460, 30),
    words(140, 122, ja ? '令和7年9月末の現年度納付率の写し誤りを直す' : 'Mend a slip in the payment rate at the end of September 2025'),
    words(130, 158, 'Extended description', { weight: 700 }), box(130, 168, 460, 44),
    radio(138, 234, false), words(154, 239, 'Commit directly to the main branch', { fill: QUIET }),
    radio(138, 262, true), words(154, 267, 'Create a new branch for this commit and start a pull request'), step(5, 90, 262),
    box(154, 277, 220, 26, '#f6f8fa'), words(164, 295, 'name-patch-1', { fill: QUIET }),
    line(110, 316, 610), box(354, 328, 76, 30, '#f6f8fa'), words(392, 348, 'Cancel', { anchor: 'middle' }), button(444, 328, 150, 'Propose changes'), ring(439, 323, 160, 40), step(5, 632, 343),
  ]);
}

function mistake(tongue: Tongue): string {
  const tabs: [number, string][] = [[76, 'Conversation'], [178, 'Commits'], [264, 'Checks'], [372, 'Files changed']];
  return drawing(318, tongue === 'ja' ? 'プルリクエストの「Files changed」の図解' : 'Drawing of “Files changed” of a pull request', [
    ...tabs.map(([x, name]) => words(x, 38, name, { anchor: 'middle', ...(name === 'Files changed' ? { weight: 700 } : { fill: QUIET }) })),
    line(24, 54, 696), `<path d="M316 54h112" stroke="${MARK}" stroke-width="3"/>`, step(7, 448, 33),
    box(24, 72, 672, 226), line(24, 108, 696), path(40, 95, `data/indicators/np-collection/${FILE}`), words(670, 94, '…', { anchor: 'middle', weight: 700 }), ring(652, 77, 36, 26),
    words(642, 95, 'Edit file', { anchor: 'end', fill: MARK, weight: 700 }),
    '<rect x="25" y="134" width="670" height="22" fill="#ffebe9"/><rect x="25" y="156" width="670" height="22" fill="#dafbe1"/>',
    code(60, 128, ['  - at: 2025-09', '    value: 77.2%', '    value: 72.7']), words(42, 150, '−', { mono: true }), words(42, 172, '+', { mono: true }),
    box(44, 190, 636, 96, '#fff8f7', '#cf222e'), words(58, 212, 'Check failure', { weight: 700, fill: '#cf222e' }), words(58, 236, 'unreadable-figure', { weight: 700 }),
    words(58, 256, '値が読めません: 「72.7」。単位がありません。 → 72.7%'), words(58, 274, 'The figure “72.7” cannot be read: it has no unit. → 72.7%'),
  ]);
}

function drawing(height: number, title: string, parts: readonly string[]): string {
  const frame = `<rect x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="8" fill="#fff" stroke="${LINE}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="${SANS}" font-size="14">
<title>${escapeMarkup(title)}</title>
${[frame, ...parts].join('\n')}
</svg>
`;
}

interface Style {
  readonly anchor?: 'middle' | 'end';
  readonly fill?: string;
  readonly weight?: number;
  readonly mono?: boolean;
}

function words(x: number, y: number, text: string, { anchor, fill = INK, weight, mono }: Style = {}): string {
  const style = [anchor && ` text-anchor="${anchor}"`, weight && ` font-weight="${weight}"`, mono && ` font-family="${MONO}"`].filter(Boolean).join('');
  return `<text x="${x}" y="${y}" fill="${fill}"${style}>${escapeMarkup(text)}</text>`;
}

function path(x: number, y: number, markup: string): string {
  return `<text x="${x}" y="${y}" fill="${QUIET}">${markup}</text>`;
}

/** Lines of a file, 22 apart. */
function code(x: number, y: number, lines: readonly string[]): string {
  return lines.map((text, index) => `<text x="${x}" y="${y + 22 * index}" fill="${INK}" font-family="${MONO}" xml:space="preserve">${escapeMarkup(text)}</text>`).join('\n');
}

function box(x: number, y: number, width: number, height: number, fill = 'none', stroke = LINE): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}"/>`;
}

function button(x: number, y: number, width: number, text: string): string {
  return box(x, y, width, 30, GREEN, GREEN) + words(x + width / 2, y + 20, text, { anchor: 'middle', fill: '#fff', weight: 600 });
}

function line(from: number, y: number, to: number): string {
  return `<path d="M${from} ${y}H${to}" stroke="${LINE}"/>`;
}

function icon(x: number, y: number, shape: string): string {
  return `<path transform="translate(${x} ${y})" d="${shape}" fill="none" stroke="${QUIET}" stroke-width="1.5"/>`;
}

function pencil(x: number, y: number): string {
  return `<path transform="translate(${x} ${y})" d="M1 15l1-4L11 2l3 3-9 9zM9 4l3 3" fill="none" stroke="${INK}" stroke-width="1.6" stroke-linejoin="round"/>`;
}

function radio(x: number, y: number, chosen: boolean): string {
  return `<circle cx="${x}" cy="${y}" r="6.5" fill="#fff" stroke="${chosen ? MARK : QUIET}" stroke-width="${chosen ? 4 : 1}"/>`;
}

/** Around what is to be pressed. */
function ring(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="9" fill="none" stroke="${MARK}" stroke-width="2.5"/>`;
}

/** The number of a step in the guide. */
function step(number: number, x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="11" fill="${MARK}"/><text x="${x}" y="${y + 5}" fill="#fff" font-weight="700" text-anchor="middle">${number}</text>`;
}
