import { dev } from 'astro';
import { readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** npm run dev: shows the site while it is edited. */
const USAGE = 'npm run dev -- [--root DIR] [--port N] [--host ADDRESS]\n';
const { values } = readOptions({
  options: { root: { type: 'string' }, port: { type: 'string', default: '4321' }, host: { type: 'string' } },
}, USAGE);

const root = rootFolder(values.root);
readData(root, preferredLocale());
process.env['NENPO_ROOT'] = root;
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ server: { port: Number(values.port), ...(values.host === undefined ? {} : { host: values.host }) } });
