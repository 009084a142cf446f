import type { z } from 'zod';
import type { Path } from '../diagnostics/problem.ts';

/** A schema as far as it can be walked: objects, lists, and unions of objects told apart by one key. */
interface Walkable {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: ReadonlySet<unknown>;
  readonly unwrap?: () => z.ZodType;
  readonly def: {
    readonly type: string;
    readonly discriminator?: string;
    readonly items?: readonly z.ZodType[];
  };
}

/** The schema of what stands at a path of a value; the value says which branch of a union is meant. */
export function schemaAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  let here = value;
  for (const step of path) {
    const branch = branchFor(current, here);
    const plain = walk(branch);
    current = typeof step === 'number' ? (plain?.element ?? plain?.def.items?.[step]) : plain?.shape?.[step];
    here = (here as Record<string | number, unknown> | null | undefined)?.[step];
  }
  return current;
}

/** The keys that may stand at a path; those of the kind that is named where there are several. */
export function keysOf(schema: z.ZodType, path: Path, value: unknown): string[] {
  const branch = walk(branchFor(schemaAt(schema, path, value), valueAt(value, path)));
  return Object.keys(branch?.shape ?? {});
}

/** The values that may stand at a path, when they can be listed: those of an enum, or the names of a union's kinds. */
export function valuesOf(schema: z.ZodType, path: Path, value: unknown): string[] {
  const at = walk(schemaAt(schema, path, value));
  if (at?.def.type === 'enum') return (at.options ?? []).map(String);
  if (at?.def.type === 'union' && at.options?.every((option) => walk(option)?.values))
    return at.options.flatMap((option) => [...(walk(option)?.values ?? [])].map(String));
  const parent = walk(schemaAt(schema, path.slice(0, -1), value));
  if (!parent || path.length === 0 || parent.def.discriminator !== path.at(-1)) return [];
  return (parent.options ?? []).flatMap((option) => literalsOf(option, String(path.at(-1))));
}

export function isOptional(schema: z.ZodType, path: Path, value: unknown): boolean {
  return (schemaAt(schema, path, value) as unknown as Walkable | undefined)?.def.type === 'optional';
}

/** The name that a schema of text gives to its form, which it says of anything that is no text: 'id', 'period', 'printed'. */
export function formOf(schema: z.ZodType | undefined): string | undefined {
  if (walk(schema)?.def.type !== 'string') return undefined;
  const message = schema?.safeParse(0).error?.issues[0]?.message;
  return message?.includes(' ') ? undefined : message;
}

/** Whether objects of this kind have such a key. */
export function hasKey(schema: z.ZodType | undefined, key: string): boolean {
  return key in (walk(schema)?.shape ?? {});
}

/** Without optional and the like around it. */
export function walk(schema: z.ZodType | undefined): Walkable | undefined {
  let current = schema as unknown as Walkable | undefined;
  while (current?.unwrap && current.element === undefined) current = current.unwrap() as unknown as Walkable;
  return current;
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (current, key) => (current as Record<string | number, unknown> | null | undefined)?.[key],
    value,
  );
}

function branchFor(schema: z.ZodType | undefined, value: unknown): z.ZodType | undefined {
  const plain = walk(schema);
  const key = plain?.def.discriminator;
  if (!plain?.options || key === undefined) return schema;
  const name = (value as Record<string, unknown> | null | undefined)?.[key];
  return plain.options.find((option) => literalsOf(option, key).includes(String(name)));
}

function literalsOf(option: z.ZodType, key: string): string[] {
  return [...(walk(walk(option)?.shape?.[key])?.values ?? [])].map(String);
}
