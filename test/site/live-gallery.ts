import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderLiveData } from '../../src/charts/live-markup.ts';
import { isLive } from '../../src/charts/spec.ts';
import { renderChart } from '../../src/charts/svg.ts';
import { rowsOf } from '../../src/charts/table.ts';
import { chartString } from '../../src/i18n/chart-strings.ts';
import type { Locale } from '../../src/locale.ts';
import { everyKind } from '../charts/kinds.ts';

/** Every kind of live chart on a page of the site that was built: its styles, fonts and scripts. */
export function liveGallery(dist: string, locale: Locale): string {
  const site = readFileSync(join(dist, locale, 'index.html'), 'utf8');
  const styles = site.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  const scripts = site.match(/<script type="module"[^>]*><\/script>/g) ?? [];
  const figures = everyKind(locale).filter(isLive).map((spec) => {
    const live = renderLiveData(spec, { rows: rowsOf(spec) });
    return `<figure class="chart-figure" id="${spec.kind}-${spec.id}">
<figcaption><strong>${spec.title}</strong><p>${spec.reading}</p></figcaption>${renderChart(spec)}
<script type="application/json" class="chart-data">${live?.json}</script>
${live?.toggles.length ? '<div class="chart-toggles"></div>' : ''}
<p class="chart-hint" id="${spec.id}-hint" data-role="${chartString(locale, 'role')}">${chartString(locale, 'hint')}</p>
</figure>`;
  });
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Charts</title>${styles.join('')}</head>
<body><main class="wrap"><h1>Charts</h1>${figures.join('')}</main>${scripts.join('')}</body></html>`;
}
