import { dev } from 'astro';
import { misused, readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

const MOST_PORT = 65_535;

/** npm run dev: shows the site while it is edited. */
const USAGE = 'npm run dev -- [--root DIR] [--port N] [--host ADDRESS]\n';
const { values } = readOptions({
  options: { root: { type: 'string' }, port: { type: 'string', default: '4321' }, host: { type: 'string' } },
}, USAGE);

if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > MOST_PORT) {
  misused({ ja: `--port に「${values.port}」は使えません。4321 のような番号を書いてください。`, en: `--port cannot be “${values.port}”; give a number such as 4321.` }, USAGE);
}

const root = rootFolder(values.root);
readData(root, preferredLocale());
process.env['NENPO_ROOT'] = root;
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ server: { port: Number(values.port), ...(values.host === undefined ? {} : { host: values.host }) } });
