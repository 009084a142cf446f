import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Contents by key, that are found again as they were kept or not at all. */
export interface Kept {
  readonly find: (key: string) => Uint8Array | undefined;
  readonly keep: (key: string, content: Uint8Array) => void;
}

/** Opens what is kept in a folder; a database that is damaged or of another shape begins anew, and where none can be written nothing is kept. */
export function openKept(folder: string, patience = PATIENCE): Kept {
  const path = join(folder, 'kept.sqlite');
  try {
    mkdirSync(folder, { recursive: true });
    return inDatabase(path, patience);
  } catch (error) {
    try {
      if (!forgetDamaged(path, error)) return NOTHING;
      return inDatabase(path, patience);
    } catch {
      return NOTHING;
    }
  }
}

const NOTHING: Kept = { find: () => undefined, keep: () => undefined };

/** Milliseconds that one waits while another writes. */
const PATIENCE = 20_000;

function inDatabase(path: string, patience: number): Kept {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    // A build that is killed while it writes may damage the file: what the seals do not vouch for is absent.
    database.exec(`
      pragma journal_mode = memory;
      pragma synchronous = off;
      create table if not exists kept (key text primary key, seal blob not null, content blob not null);
    `);
    return inTable(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
}

function inTable(database: DatabaseSync, path: string): Kept {
  const find = database.prepare('select seal, content from kept where key = ?');
  const keep = database.prepare('insert or replace into kept values (?, ?, ?)');
  /** What cannot be read or kept is computed. */
  let isHeld = false;
  const attempt = <T>(use: () => T): T | undefined => {
    if (isHeld) return undefined;
    try {
      return use();
    } catch (error) {
      forgetDamaged(path, error);
      // Who holds it longer than that is stuck: to wait each time would take for ever.
      isHeld = resultOf(error) === BUSY;
      return undefined;
    }
  };
  return {
    find(key) {
      const { seal, content } = attempt(() => find.get(key)) ?? {};
      // Damage may have made something else of them than bytes.
      if (!(seal instanceof Uint8Array && content instanceof Uint8Array)) return undefined;
      return sealOf(key, content).equals(seal) ? content : undefined;
    },
    keep(key, content) {
      attempt(() => keep.run(key, sealOf(key, content), content));
    },
  };
}

/** SQLITE_ERROR, as where a column is missing, SQLITE_CORRUPT and SQLITE_NOTADB: https://sqlite.org/rescode.html */
const DAMAGED: readonly (number | undefined)[] = [1, 11, 26];
const BUSY = 5;

/** So that whoever opens it next begins anew. Whether it was damaged. */
function forgetDamaged(path: string, error: unknown): boolean {
  const isDamaged = DAMAGED.includes(resultOf(error));
  if (isDamaged) rmSync(path, { force: true });
  return isDamaged;
}

/** What SQLite said, without the details that it adds above the last eight bits. */
function resultOf(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : errcode & 0xff;
}

/** A content that is not what was kept under this very key has another one. */
function sealOf(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update('\n').update(content).digest();
}
