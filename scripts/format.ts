import { formatMarkdown } from '../src/edit/format-markdown.ts';
import { formatYaml } from '../src/edit/format-yaml.ts';
import { writeAllWhole } from '../src/files/write-whole.ts';
import { fill } from '../src/i18n/fill.ts';
import { readContentFiles } from '../src/load/files.ts';
import { readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** npm run format: one shape for data/ and content/; --check only names the files that have another. */
const USAGE = 'npm run format -- [--check] [--root DIR]\n';
const { values } = readOptions({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } }, USAGE);
const root = rootFolder(values.root);
const ja = preferredLocale() === 'ja';
const changed = new Map<string, string>();
const refused: string[] = [];

for (const { file, bytes } of [...readData(root, preferredLocale()), ...readContentFiles(root)]) {
  const text = Buffer.from(bytes).toString('utf8');
  const formatted = file.endsWith('.md') ? formatMarkdown(text) : formatYaml(text);
  if (formatted === null) refused.push(file);
  else if (formatted !== text) changed.set(file, formatted);
}
if (!values.check) writeAllWhole(root, changed);

for (const file of changed.keys()) console.log(values.check ? (ja ? `${file}  形が違います → npm run format` : `${file}  has another shape → npm run format`) : file);
for (const file of refused) console.error(ja ? `${file}  読めないため、そのままにしました。npm run check で確かめてください。` : `${file}  cannot be read and was left alone. See npm run check.`);
console.log(ja ? `${changed.size} 件${values.check ? 'の形が違います' : 'を整えました'}。` : `${fill('{0} {0|file|files}', [changed.size], 'en')} ${values.check ? 'to format' : 'formatted'}.`);
if (refused.length > 0 || (values.check && changed.size > 0)) process.exitCode = 1;
