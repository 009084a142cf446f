import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeFiles } from '../write-files.ts';
import { time } from './measurement.ts';

/** Seconds that Hugo takes for as many pages with a table each as the built site has; undefined where it is not installed. */
export async function hugoSeconds(root: string, site: string, folder: string): Promise<number | undefined> {
  const run = promisify(execFile);
  if (!(await run('hugo', ['version']).then(() => true, () => false))) return undefined;
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('index.html')).map((file) => file.slice(0, -'/index.html'.length));
  writeFiles(folder, [
    { path: 'hugo.toml', content: `baseURL = "https://bench.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n[module]\n[[module.mounts]]\nsource = "${join(root, 'data')}"\ntarget = "data"\n` },
    { path: 'layouts/_default/single.html', content: LAYOUT },
    { path: 'layouts/_default/list.html', content: LAYOUT },
    ...pages.map((page) => ({ path: `content/${page === '' ? '_index' : page}.md`, content: `---\ntitle: "${page}"\n---\n\n${'A sentence of the plan. '.repeat(30)}\n` })),
  ]);
  return (await time(() => run('hugo', ['--quiet'], { cwd: folder }))).seconds;
}

const LAYOUT = `<!doctype html><html><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}
<table>{{ range seq 12 }}<tr><th>{{ . }}</th><td>{{ mul . 37 }}</td></tr>{{ end }}</table></body></html>
`;
