import type { Tongue } from '../../locale.ts';
import { ENGLISH } from './english.ts';

/** A JSON schema, as far as the list of fields reads it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** One kind of file. */
export interface FileKind {
  /** data/indicators/<section>/<id>.yaml */
  readonly place: string;
  readonly schema: JsonSchema;
}

const WORDS = {
  ja: {
    title: '項目の一覧', made: 'src/schema から作ったものです（`npm run schema`）。手では直しません。◎ は必須の項目です。',
    field: '項目', value: '値', meaning: '意味', parts: '共通の部分', list: '…の並び', or: ' または ', example: '例: ',
    type: { string: '文字', number: '数', integer: '整数', boolean: 'true / false', object: 'まとまり', null: '空欄' } as Record<string, string>,
  },
  en: {
    title: 'Fields', made: 'Made from src/schema by `npm run schema`; not edited by hand. ◎ marks fields that are required.',
    field: 'Field', value: 'Value', meaning: 'Meaning', parts: 'Parts', list: 'list of …', or: ' or ', example: 'e.g. ',
    type: { string: 'text', number: 'number', integer: 'whole number', boolean: 'true / false', object: 'group', null: 'nothing' } as Record<string, string>,
  },
} as const;

/** Every field of every kind of file, in Markdown: what it is, what may stand there, and whether it must. */
export function fieldsPage(kinds: readonly FileKind[], locale: Tongue): string {
  const words = WORDS[locale];
  const definitions = new Map(kinds.flatMap(({ schema }) => Object.entries(schema.definitions ?? {})));
  const roots = new Set(kinds.map(({ schema }) => nameOf(schema)));
  const files = kinds.map(({ place, schema }) => section(`## \`${place}\``, definitions.get(nameOf(schema) ?? '') ?? schema, definitions, locale));
  const parts = [...definitions].filter(([name]) => !roots.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, schema]) => section(`### ${name}`, schema, definitions, locale));
  return `${[`# ${words.title}`, words.made, ...files, `## ${words.parts}`, ...parts].join('\n\n')}\n`;
}

type Definitions = ReadonlyMap<string, JsonSchema>;

function section(heading: string, schema: JsonSchema, definitions: Definitions, locale: Tongue): string {
  const rows = rowsOf(schema, '', definitions, locale);
  const about = describe(schema, locale);
  const value = rows.length === 0 ? typeOf(schema, locale) : '';
  const { field, value: values, meaning } = WORDS[locale];
  const table = rows.length === 0 ? [] : [[`| ${field} | ${values} | ${meaning} |`, '|---|---|---|', ...rows].join('\n')];
  return [heading, ...[about, value].filter((text) => text !== ''), ...table].join('\n\n');
}

function rowsOf(schema: JsonSchema, before: string, definitions: Definitions, locale: Tongue): string[] {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(({ properties }) => properties);
  if (!schema.properties && alternatives.length > 0) return [...new Set(alternatives.flatMap((each) => rowsOf(each, before, definitions, locale)))];
  return Object.entries(schema.properties ?? {}).flatMap(([name, inside]) => {
    const must = schema.required?.includes(name) ? '◎ ' : '';
    const row = `| ${must}\`${before}${name}\` | ${cell(typeOf(inside, locale))} | ${cell(meaningOf(inside, definitions, locale))} |`;
    const item = Array.isArray(inside.items) ? undefined : (inside.items as JsonSchema | undefined);
    return [row, ...rowsOf(inside, `${before}${name}.`, definitions, locale), ...(item ? rowsOf(item, `${before}${name}[].`, definitions, locale) : [])];
  });
}

function typeOf(schema: JsonSchema, locale: Tongue): string {
  const { or, list, type } = WORDS[locale];
  const name = nameOf(schema);
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' · ');
  if (schema.items) {
    const items = Array.isArray(schema.items) ? schema.items : [schema.items];
    return list.replace('…', [...new Set(items.map((item: JsonSchema) => typeOf(item, locale)))].join(', '));
  }
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return [...new Set(some.map((each) => typeOf(each, locale)))].join(or);
  return type[schema.type ?? ''] ?? '';
}

/** What the field is; where the schema says no more of it than what part it is, what that part is. */
function meaningOf(schema: JsonSchema, definitions: Definitions, locale: Tongue): string {
  const part = definitions.get(nameOf(schema) ?? '');
  return describe(schema, locale) || (part ? describe(part, locale) : '');
}

function describe(schema: JsonSchema, locale: Tongue): string {
  const text = schema.description === undefined ? '' : locale === 'ja' ? schema.description : (ENGLISH[schema.description] ?? schema.description);
  const examples = (schema.examples ?? []).map((each) => `\`${typeof each === 'string' ? each : JSON.stringify(each)}\``).join(', ');
  return [text, examples === '' ? '' : WORDS[locale].example + examples].filter((part) => part !== '').join(' ');
}

function nameOf({ $ref, allOf }: JsonSchema): string | undefined {
  return ($ref ?? (allOf?.length === 1 ? allOf[0]?.$ref : undefined))?.replace('#/definitions/', '');
}

/** A bar would end the cell; what looks like a tag is text. */
function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, ' ');
}

/** The schema with every description in both languages: what an editor shows over a key. */
export function inBothLanguages<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    (key === 'description' && typeof value === 'string' && ENGLISH[value] ? `${value}\n\n${ENGLISH[value]}` : value)) as T;
}
