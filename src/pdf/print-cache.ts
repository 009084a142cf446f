import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whereAllowed } from '../files/trouble.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { PageNumbers } from './destinations.ts';

/** What is known of a document's last print. */
export interface LastPrint {
  readonly pageCount: number;
  /** Where everything lay: the next print may need one pass only. */
  readonly pages: PageNumbers;
  /** Absent where anything that it was made from has changed since. */
  readonly pdf?: Buffer;
}

interface Entry {
  /** A digest of all that made the print: by path, and of the program. */
  readonly recipe: string;
  readonly files: Readonly<Record<string, string>>;
  readonly pdf: string;
  readonly pageCount: number;
  readonly pages: Readonly<Record<string, number>>;
}

/** Reads a file of the site by its path, or nothing where there is none. */
export type ReadSite = (path: string) => Promise<Buffer | undefined>;

/**
 * The last print of each document. It is used again only where every file that it was made from is the same, byte
 * for byte, the program and the browser too; a file that is damaged counts as changed.
 */
export class PrintCache {
  readonly #directory: string;
  readonly #recipe: string;

  /** `recipe`: what a print depends on besides the site's files. */
  constructor(directory: string, recipe: string) {
    this.#directory = directory;
    this.#recipe = recipe;
  }

  async find(name: string, read: ReadSite): Promise<LastPrint | undefined> {
    const entry = await this.#readEntry(name);
    if (!entry) return undefined;
    const last = { pageCount: entry.pageCount, pages: new Map(Object.entries(entry.pages)) };
    const pdf = await readFile(join(this.#directory, `${name}.pdf`)).catch(() => undefined);
    const isSame = pdf !== undefined && digest(pdf) === entry.pdf && entry.recipe === this.#recipe && (await holds(entry, read));
    return isSame ? { ...last, pdf } : last;
  }

  async keep(name: string, print: { pdf: Buffer; pageCount: number; pages: PageNumbers; asked: readonly string[] }, read: ReadSite): Promise<void> {
    const files: Record<string, string> = {};
    for (const path of print.asked) files[path] = digestOf(await read(path));
    const entry: Entry = {
      recipe: this.#recipe, files, pdf: digest(print.pdf), pageCount: print.pageCount, pages: Object.fromEntries(print.pages),
    };
    whereAllowed(() => {
      writeWhole(join(this.#directory, `${name}.pdf`), print.pdf);
      writeWhole(join(this.#directory, `${name}.json`), JSON.stringify(entry));
    });
  }

  async #readEntry(name: string): Promise<Entry | undefined> {
    try {
      return JSON.parse(await readFile(join(this.#directory, `${name}.json`), 'utf8')) as Entry;
    } catch {
      return undefined;
    }
  }
}

async function holds({ files }: Entry, read: ReadSite): Promise<boolean> {
  for (const [path, known] of Object.entries(files)) if (digestOf(await read(path)) !== known) return false;
  return true;
}

function digestOf(content: Buffer | undefined): string {
  return content ? digest(content) : 'absent';
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
