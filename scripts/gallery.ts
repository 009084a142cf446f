import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bullet } from '../src/charts/bullet.ts';
import { changeMark } from '../src/charts/change-mark.ts';
import { escapeMarkup } from '../src/charts/markup.ts';
import { sparkline } from '../src/charts/sparkline.ts';
import type { ChartSpec } from '../src/charts/spec.ts';
import { renderChart } from '../src/charts/svg.ts';
import { writeWhole } from '../src/files/write-whole.ts';
import { facesCss } from '../src/fonts/stylesheets.ts';
import { everyKind } from '../test/charts/kinds.ts';
import { readOptions } from './command.ts';

/** Every kind of chart in both languages, light, dark and as printed, on one page for the eye. */
readOptions({}, 'npm run gallery -- [--help]\n');
const SETTINGS = ['light', 'dark', 'paper'] as const;
const LOCALES = ['ja', 'en'] as const;

const css = readFileSync(new URL('../src/styles/chart.css', import.meta.url), 'utf8');
const target = fileURLToPath(new URL('../.cache/gallery/index.html', import.meta.url));
writeWhole(target, page());
console.log(target);

function page(): string {
  const parts = SETTINGS.flatMap((setting) =>
    LOCALES.map(
      (locale) => `
<section class="${setting}" lang="${locale}" id="${setting}-${locale}">
<h2>${setting}, ${locale}</h2>
<p class="small">${smallElements(locale)}</p>
${everyKind(locale)
  .map((spec) => figure({ ...spec, id: `${spec.id}-${setting}` }))
  .join('\n')}
</section>`,
    ),
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Charts</title>
<style>
${facesCss(({ source }) => pathToFileURL(source).href)}
${css}
:root { color-scheme: light dark; }
body { margin: 0; font-family: 'Noto Sans JP', 'Hiragino Sans', sans-serif; line-height: 1.6; }
section { padding: 1rem; color: var(--chart-text); background: var(--chart-ground); }
.light { color-scheme: light; }
.dark { color-scheme: dark; }
.paper { color-scheme: light; max-inline-size: 172mm; }
/* The same rule as on paper: the wide drawing, whatever the width. */
.paper .chart > .chart-wide { display: block; }
.paper .chart > .chart-narrow { display: none; }
figure { margin: 0 0 2.5rem; }
</style>
<p>${SETTINGS.flatMap((setting) => LOCALES.map((locale) => `<a href="#${setting}-${locale}">${setting} ${locale}</a>`)).join(' · ')}</p>
${parts.join('\n')}
</html>
`;
}

function figure(spec: ChartSpec): string {
  return (
    `<figure id="figure-${spec.id}"><figcaption><strong>${escapeMarkup(spec.title)}</strong>` +
    `<p>${escapeMarkup(spec.reading)}</p></figcaption>${renderChart(spec)}</figure>`
  );
}

function smallElements(locale: 'ja' | 'en'): string {
  const ja = locale === 'ja';
  return [
    `${ja ? '納付率' : 'Rate'} ${sparkline(['69.3', '71.5', null, '76.1', '77.6', '78.6'])} 78.6%`,
    bullet({
      value: '72.7',
      target: '80.0',
      lastYear: '72.5',
      label: ja ? '現在72.7%、目標80.0%、前年72.5%' : '72.7% now, target 80.0%, last year 72.5%',
    }),
    changeMark('up', ja ? '0.2ポイント上昇' : 'up 0.2 pp', 'good'),
    changeMark('down', ja ? '5.5%減少' : 'down 5.5%', 'bad'),
    changeMark('level', ja ? '変化なし' : 'unchanged'),
  ].join(' &emsp; ');
}
