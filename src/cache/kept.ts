import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Contents by key, that are found again as they were kept or not at all. */
export interface Kept {
  readonly find: (key: string) => Uint8Array | undefined;
  readonly keep: (key: string, content: Uint8Array) => void;
}

/** Opens what is kept in a folder; a database that is damaged begins anew, and where none can be written nothing is kept. */
export function openKept(folder: string): Kept {
  const path = join(folder, 'kept.sqlite');
  try {
    mkdirSync(folder, { recursive: true });
    return inDatabase(path);
  } catch (error) {
    try {
      forgetDamaged(path, error);
      return inDatabase(path);
    } catch {
      return { find: () => undefined, keep: () => undefined };
    }
  }
}

/** Milliseconds that one waits while another writes. */
const PATIENCE = 20_000;

function inDatabase(path: string): Kept {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  // A build that is killed while it writes may damage the file: what the seals do not vouch for is absent.
  database.exec(`
    pragma journal_mode = memory;
    pragma synchronous = off;
    create table if not exists kept (key text primary key, seal blob not null, content blob not null);
  `);
  const find = database.prepare('select seal, content from kept where key = ?');
  const keep = database.prepare('insert or replace into kept values (?, ?, ?)');
  /** What cannot be read or kept is computed. */
  const attempt = <T>(use: () => T): T | undefined => {
    try {
      return use();
    } catch (error) {
      forgetDamaged(path, error);
      return undefined;
    }
  };
  return {
    find(key) {
      const found = attempt(() => find.get(key)) as { seal: Uint8Array; content: Uint8Array } | undefined;
      return found && sealOf(key, found.content).equals(found.seal) ? found.content : undefined;
    },
    keep(key, content) {
      attempt(() => keep.run(key, sealOf(key, content), content));
    },
  };
}

/** SQLITE_CORRUPT and SQLITE_NOTADB: https://sqlite.org/rescode.html */
const DAMAGED: readonly unknown[] = [11, 26];

/** So that whoever opens it next begins anew. */
function forgetDamaged(path: string, error: unknown): void {
  if (DAMAGED.includes((error as { errcode?: number }).errcode)) rmSync(path, { force: true });
}

/** A content that is not what was kept under this very key has another one. */
function sealOf(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update('\n').update(content).digest();
}
