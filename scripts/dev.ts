import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { rootFolder } from './root.ts';

/** Shows the site while it is edited: npm run dev -- [--root DIR] [--port N] [--host ADDRESS] */
const { values } = parseArgs({
  options: { root: { type: 'string' }, port: { type: 'string', default: '4321' }, host: { type: 'string' } },
});

process.env['NENPO_ROOT'] = rootFolder(values.root);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ server: { port: Number(values.port), ...(values.host === undefined ? {} : { host: values.host }) } });
