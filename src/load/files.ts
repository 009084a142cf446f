import { closeSync, existsSync, fstatSync, lstatSync, openSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFile {
  /** Path from the root, with forward slashes: `data/2025/np-collection.yaml`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** All files of a body but its typefaces. */
export function filesIn({ data, content, published }: Body): (DataFile | PublicFile)[] {
  return [...data, ...content, ...published];
}

/** The text of each of these files, as it was read; null of any other. What is told of a file shows this, and not what stands at its path by now. */
export function textIn(files: readonly (DataFile | PublicFile)[]): (file: string) => string | null {
  const bytesOf = new Map(files.map(({ file, bytes }) => [file, bytes]));
  const texts = new Map<string, string | null>();
  const read = (file: string) => {
    const bytes = bytesOf.get(file);
    return bytes ? new TextDecoder().decode(bytes) : null;
  };
  return (file) => {
    if (!texts.has(file)) texts.set(file, read(file));
    return texts.get(file) ?? null;
  };
}

/** Every YAML file below `data/`, and whatever there is neither file nor folder, such as a link to a folder of data, in an order that does not depend on the file system. */
export function readDataFiles(root: string): DataFile[] {
  return listDataFiles(root).map((listed) => readListed(root, listed));
}

interface Listed {
  readonly file: string;
  /** A file, and no link or pipe. */
  readonly isPlain: boolean;
}

/** A link could lead to a file of the machine, whose lines would stand in a message or on a page; a pipe never ends. They are as empty. Of what is too large only the start is read. */
function readListed(root: string, { file, isPlain }: Listed, most = MOST_DATA_BYTES): DataFile {
  return { file, bytes: isPlain ? readStart(join(root, file), most + 1) : new Uint8Array() };
}

/** The most that a file of data may have, and one of a body's own pages. */
export const MOST_DATA_BYTES = 4_000_000;
export const MOST_ARTICLE_BYTES = 400_000;

function listDataFiles(root: string): Listed[] {
  return listFiles(join(root, 'data'), 'data').filter(({ file, isPlain }) => /\.ya?ml$/i.test(file) || !(isPlain || file.startsWith(`${FONTS}/`)));
}

/**
 * The files of `data/` as they are whenever they are asked for: the same objects for those that have not changed, so that
 * what was made of them need not be made again.
 */
export class DataFolder {
  readonly #root: string;
  #known = new Map<string, { readonly stamp: string; readonly file: DataFile }>();
  #files: readonly DataFile[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** The very same list where nothing has changed since. */
  read(): readonly DataFile[] {
    const now = new Map(listDataFiles(this.#root).flatMap(({ file }) => {
      const found = this.#look(file);
      return found ? [[file, found]] : [];
    }));
    const isSame = now.size === this.#known.size && [...now].every(([name, found]) => this.#known.get(name) === found);
    this.#known = now;
    if (!isSame) this.#files = [...now.values()].map(({ file }) => file);
    return this.#files;
  }

  /** Undefined where the file is gone since it was listed. */
  #look(name: string): { readonly stamp: string; readonly file: DataFile } | undefined {
    const path = join(this.#root, name);
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (!stats) return undefined;
    const stamp = [stats.mtimeNs, stats.ctimeNs, stats.size, stats.ino].join();
    const known = this.#known.get(name);
    return known?.stamp === stamp ? known : { stamp, file: readListed(this.#root, { file: name, isPlain: stats.isFile() }) };
  }
}

/** All that a body of data brings. */
export interface Body extends Beside {
  readonly data: readonly DataFile[];
  readonly fonts: readonly DataFile[];
}

/** What it brings beside its data: its own pages, and what is published as it is. */
export interface Beside {
  readonly content: readonly DataFile[];
  readonly published: readonly PublicFile[];
}

/** A file of `public/`, which the site gives to its readers as it is. */
export interface PublicFile {
  readonly file: string;
  /** A file, and no link or pipe. */
  readonly isPlain: boolean;
  /** Of a drawing alone: it is text, and could hold a program. */
  readonly bytes?: Uint8Array;
}

export function readBody(root: string): Body {
  return { data: readDataFiles(root), fonts: readFontFiles(root), ...readBeside(root) };
}

export function readBeside(root: string): Beside {
  return { content: listBeside(root, 'content').map((listed) => readArticle(root, listed)), published: readPublicFiles(root) };
}

/** The most that a typeface may have; the largest of those that the program brings has a third of it. */
export const MOST_FONT_BYTES = 32 << 20;

/** The typefaces that a body brings, in `data/fonts/`. A link or pipe is as empty as among the data; of what is too large only the start is read. */
export function readFontFiles(root: string): DataFile[] {
  const folder = join(root, FONTS);
  if (!existsSync(folder)) return [];
  return listFiles(folder, FONTS).map(({ file, isPlain }) => ({ file, bytes: isPlain ? readStart(join(root, file), MOST_FONT_BYTES + 1) : new Uint8Array() }));
}

const FONTS = 'data/fonts';

function readStart(path: string, most: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(descriptor).size, most));
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** Every Markdown file below `content/`: a body of data may have no pages of its own. */
export function readContentFiles(root: string): DataFile[] {
  return listBeside(root, 'content').filter(isArticle).map((listed) => readArticle(root, listed));
}

const isArticle = ({ file }: Listed): boolean => file.endsWith('.md');

/** What else lies there is as empty. */
function readArticle(root: string, { file, isPlain }: Listed): DataFile {
  return readListed(root, { file, isPlain: isPlain && isArticle({ file, isPlain }) }, MOST_ARTICLE_BYTES);
}

function readPublicFiles(root: string): PublicFile[] {
  const files = listBeside(root, 'public');
  const isFolder = files[0]?.file !== 'public';
  return [...(isFolder ? listBeside(root, `public/${WELL_KNOWN}`) : []), ...files]
    .map(({ file, isPlain }) => ({ file, isPlain, ...(isPlain && /\.svg$/i.test(file) ? { bytes: readStart(join(root, file), MOST_DRAWING_BYTES + 1) } : {}) }));
}

/** Of a drawing that is larger, only the start is read. */
export const MOST_DRAWING_BYTES = 4_000_000;

/** The one hidden folder that a site has: other hidden files are those of somebody's machine. */
const WELL_KNOWN = '.well-known';

/** A folder that need not be there. One that is a link is listed as such, and nothing of what it leads to. */
function listBeside(root: string, name: string): Listed[] {
  const stats = lstatSync(join(root, name), { throwIfNoEntry: false });
  if (!stats) return [];
  return stats.isDirectory() ? listFiles(join(root, name), name) : [{ file: name, isPlain: false }];
}

function listFiles(folder: string, prefix: string): Listed[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  return entries
    .flatMap((entry) => {
      const file = `${prefix}/${entry.name}`;
      return entry.isDirectory() ? listFiles(join(folder, entry.name), file) : [{ file, isPlain: entry.isFile() }];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
