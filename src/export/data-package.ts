import type { Organisation } from '../schema/organisation.ts';
import type { Documents } from '../schema/organisation.ts';
import type { Field, Resource } from './resource.ts';

export interface PackageFacts {
  readonly organisation: Organisation;
  readonly documents: Iterable<Documents['documents'][number]>;
  /** Language of names and descriptions. */
  readonly language: string;
  /** Absolute address of the site. */
  readonly homepage: string;
  /** The day that the data speak of: 2025-09-30. */
  readonly known: string;
}

/**
 * The descriptor of a Frictionless Data Package.
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataPackage(resources: readonly Resource[], facts: PackageFacts): string {
  const { organisation, documents, language, homepage, known } = facts;
  const say = (text: Readonly<Record<string, string | undefined>>) => text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
  return `${JSON.stringify({
    profile: 'tabular-data-package',
    name: 'nenpo',
    title: say(organisation.site.title),
    description: say(organisation.site.description),
    homepage,
    version: known,
    created: `${known}T00:00:00Z`,
    licenses: [{ name: 'other', title: say(organisation.licence.data) }],
    sources: [...documents].map(({ title, url }) => ({ title: say(title), ...(url ? { path: url } : {}) })),
    resources: resources.map((resource) => ({
      profile: 'tabular-data-resource',
      name: resource.name,
      path: `${resource.name}.csv`,
      title: say(resource.title),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
      schema: {
        fields: resource.fields.map((each) => describe(each, say)),
        missingValues: [''],
        primaryKey: resource.primaryKey,
        ...(resource.foreignKeys
          ? { foreignKeys: resource.foreignKeys.map(({ field, resource: name, key }) => ({ fields: field, reference: { resource: name, fields: key } })) }
          : {}),
      },
    })),
  }, null, 2)}\n`;
}

function describe({ name, type, description, values }: Field, say: (text: Field['description']) => string): object {
  const named = values?.filter((value) => value !== '');
  return {
    name,
    type: type === 'decimal' ? 'number' : 'string',
    description: say(description),
    ...(named ? { constraints: { enum: named } } : {}),
  };
}
