import { z } from 'zod';

/** The languages of a site, as its organisation names them. */
export interface Languages {
  /** In the order of the data: that of the language links. */
  readonly tags: readonly string[];
  /** The one that every text must have; others may follow later. */
  readonly text: string;
}

/** What a body of data has that names none. */
export const USUAL_LANGUAGES: Languages = { tags: ['ja', 'en'], text: 'ja' };

/** What is said in each language of a site. */
interface PerLanguage {
  readonly value: z.ZodType;
  /** Which languages it must have: `all`, the `one` of texts, or `none`. */
  readonly needs: 'all' | 'one' | 'none';
  /** What it is, in Japanese, for an editor's tooltip: 名称. */
  readonly noun: string;
  /** Why the others may be missing. */
  readonly otherwise?: string;
  /** Keys beside the languages. */
  readonly beside: Readonly<Record<string, z.ZodType>>;
}

const PER_LANGUAGE = new WeakMap<z.ZodType, PerLanguage>();

/** Whether a value of the data is a text or a name: strings by language. */
export function isText(value: unknown, { tags }: Languages): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  let isOne = false;
  for (const key in value) {
    if (!tags.includes(key) || typeof (value as Record<string, unknown>)[key] !== 'string') return false;
    isOne = true;
  }
  return isOne;
}

/** A schema with a key for each language; only `inLanguages` knows which keys these are. */
export function perLanguage<T extends z.ZodType>(
  value: T,
  about: Pick<PerLanguage, 'needs' | 'noun'> & Partial<Pick<PerLanguage, 'otherwise' | 'beside'>>,
): z.ZodRecord<z.ZodString, T> {
  const schema = z.record(z.string(), value);
  PER_LANGUAGE.set(schema, { value, beside: {}, ...about });
  return schema;
}

/** Whether `inLanguages` made this of such a schema. */
export function isPerLanguage(schema: z.ZodType | undefined): boolean {
  const parent = (schema?._zod as { parent?: z.ZodType } | undefined)?.parent;
  return schema !== undefined && (TEXTS.has(schema) || isPerLanguage(parent));
}

const TEXTS = new WeakSet<z.ZodType>();

/** The same schema with every text in the languages of a site. Made once for each set of languages. */
export function inLanguages<S extends z.ZodType>(schema: S, languages: Languages): S {
  const key = JSON.stringify(languages);
  const maker = makers.get(key) ?? new Maker(languages);
  makers.set(key, maker);
  return maker.make(schema) as S;
}

const makers = new Map<string, Maker>();

/** What a schema is made of, as far as texts can be inside. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
}

class Maker {
  readonly #languages: Languages;
  readonly #made = new Map<z.ZodType, z.ZodType>();
  readonly #making = new Set<z.ZodType>();

  constructor(languages: Languages) {
    this.#languages = languages;
  }

  make(schema: z.ZodType): z.ZodType {
    const known = this.#made.get(schema);
    if (known) return known;
    // A tree: inside itself it is what it will be made into.
    if (this.#making.has(schema)) return z.lazy(() => this.make(schema));
    this.#making.add(schema);
    const made = this.#makeNew(schema);
    this.#making.delete(schema);
    this.#made.set(schema, made);
    return made;
  }

  #makeNew(schema: z.ZodType): z.ZodType {
    const parent = (schema._zod as { parent?: z.ZodType }).parent;
    // Only described anew: the words go over to what is made of the schema that was described.
    if (parent && parent._zod.def === schema._zod.def) {
      const known = this.make(parent);
      return known === parent ? schema : known.meta({ ...z.globalRegistry.get(schema) });
    }
    const about = PER_LANGUAGE.get(schema);
    if (about) return withMeta(this.#texts(about), schema);
    const def = this.#makeDef(schema._zod.def as unknown as Def);
    return def ? withMeta(schema.clone(def as never), schema) : schema;
  }

  #texts({ value, needs, noun, otherwise, beside }: PerLanguage): z.ZodObject {
    const { tags, text } = this.#languages;
    const entries = tags.map((tag) => {
      const required = needs === 'all' || (needs === 'one' && tag === text);
      const words = `${nameInJapanese(tag)}の${noun}`;
      const described = this.make(value).meta({ description: required || otherwise === undefined ? words : `${words}。${otherwise}` });
      return [tag, required ? described : described.optional()] as const;
    });
    const schema = z.strictObject({ ...Object.fromEntries(entries), ...beside });
    TEXTS.add(schema);
    return schema;
  }

  /** Undefined where there is no text inside. */
  #makeDef(def: Def): Def | undefined {
    const one = (key: 'element' | 'innerType' | 'valueType') => {
      const inner = def[key];
      const made = inner && this.make(inner);
      return made === inner ? {} : { [key]: made };
    };
    const many = (key: 'options' | 'items') => {
      const inner = def[key];
      const made = inner?.map((each) => this.make(each));
      return !made || made.every((each, index) => each === inner?.[index]) ? {} : { [key]: made };
    };
    const changed = { ...one('element'), ...one('innerType'), ...one('valueType'), ...many('options'), ...many('items'), ...this.#makeShape(def) };
    return Object.keys(changed).length === 0 ? undefined : { ...def, ...changed };
  }

  #makeShape({ shape }: Def): { shape?: Def['shape'] } {
    if (!shape) return {};
    const made = Object.entries(shape).map(([key, inner]) => [key, this.make(inner)] as const);
    return made.every(([key, each]) => each === shape[key]) ? {} : { shape: Object.fromEntries(made) };
  }
}

function withMeta<S extends z.ZodType>(made: S, schema: z.ZodType): S {
  const meta = z.globalRegistry.get(schema);
  if (meta) z.globalRegistry.add(made, meta);
  return made;
}

function nameInJapanese(tag: string): string {
  return new Intl.DisplayNames(['ja'], { type: 'language' }).of(tag) ?? tag;
}
