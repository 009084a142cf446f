import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, readBody, readDataFiles } from '../../src/load/files.ts';
import type { Body, DataFile } from '../../src/load/files.ts';

/** One edit of the base body of data, as `change.json` writes it. */
export interface Change {
  readonly file: string;
  /** Text that stands once in the file, and what replaces it. */
  readonly find?: string;
  readonly replace?: string;
  /** Replaces `find` by bytes in hexadecimal: what no JSON text can hold. */
  readonly bytes?: string;
  /** The whole file anew. */
  readonly content?: string;
  /** How often what is written stands there. */
  readonly times?: number;
  readonly remove?: true;
  readonly moveTo?: string;
  readonly byteOrderMark?: true;
  readonly lineEnd?: 'crlf' | 'cr';
}

export interface Mistake {
  readonly name: string;
  readonly folder: string;
  readonly about: string;
  readonly changes: readonly Change[];
}

const CASES = join(import.meta.dirname, '../cases/mistakes');

export function listMistakes(): Mistake[] {
  return readdirSync(CASES)
    .filter((name) => name !== 'base')
    .sort()
    .map((name) => {
      const folder = join(CASES, name);
      return { name, folder, ...JSON.parse(readFileSync(join(folder, 'change.json'), 'utf8')) } as Mistake;
    });
}

export function baseFiles(): DataFile[] {
  return readDataFiles(join(CASES, 'base'));
}

/** The same with what it brings beside its data. */
export function allBaseFiles(): DataFile[] {
  return filesIn(readBody(join(CASES, 'base'))).map(({ file, bytes = new Uint8Array() }) => ({ file, bytes }));
}

/** The files of a body, as a reader of its folder sorts them. */
export function bodyOf(files: readonly DataFile[]): Body {
  const [data, content, published] = ['data/', 'content', 'public'].map((start) => files.filter(({ file }) => file.startsWith(start)));
  return {
    data: data!, fonts: [], content: content!,
    published: published!.map(({ file, bytes }) => ({ file, isPlain: bytes.length > 0, ...(file.endsWith('.svg') ? { bytes } : {}) })),
  };
}

/** The base body of data with the changes made. */
export function withChanges(files: readonly DataFile[], changes: readonly Change[]): DataFile[] {
  const changed = changes.reduce(
    (current, change) => apply(current, change),
    new Map(files.map(({ file, bytes }) => [file, bytes])),
  );
  return [...changed].map(([file, bytes]) => ({ file, bytes })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

function apply(files: ReadonlyMap<string, Uint8Array>, change: Change): Map<string, Uint8Array> {
  const changed = new Map(files);
  if (change.content !== undefined)
    return changed.set(change.file, Buffer.from(change.content.repeat(change.times ?? 1)));
  const before = files.get(change.file);
  if (!before) throw new Error(`${change.file} is not in the base`);
  if (change.remove || change.moveTo) changed.delete(change.file);
  if (change.remove) return changed;
  return changed.set(change.moveTo ?? change.file, edit(Buffer.from(before), change));
}

function edit(
  bytes: Buffer,
  { file, find, replace, times = 1, bytes: raw, byteOrderMark, lineEnd }: Change,
): Uint8Array {
  let result = bytes;
  if (find !== undefined) {
    const at = result.indexOf(find);
    if (at < 0 || result.indexOf(find, at + 1) >= 0) throw new Error(`“${find}” must stand once in ${file}`);
    const middle = raw === undefined ? Buffer.from((replace ?? '').repeat(times)) : Buffer.from(raw, 'hex');
    result = Buffer.concat([result.subarray(0, at), middle, result.subarray(at + Buffer.byteLength(find))]);
  }
  if (lineEnd) result = Buffer.from(result.toString().replaceAll('\n', lineEnd === 'crlf' ? '\r\n' : '\r'));
  return byteOrderMark ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), result]) : result;
}
