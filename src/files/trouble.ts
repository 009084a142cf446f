/** What the file system refused: an error of Node's own, with the place where it has one. */
export interface Trouble {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

/** Undefined where an error is of another kind. */
export function troubleOf(error: unknown): Trouble | undefined {
  const { code, syscall, path: from, dest: path = from } = (error ?? {}) as Partial<Trouble> & { readonly dest?: string };
  if (typeof code !== 'string' || typeof syscall !== 'string') return undefined;
  return { code, syscall, ...(typeof path === 'string' ? { path } : {}) };
}

/** Writes at a place: a disk that is full does not say where. */
export function atPlace(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw troubleOf(error) ? Object.assign(error as Error, { path }) : error;
  }
}

/** Does what is as well left undone where the file system refuses it: to keep for the next time what was made now. */
export function whereAllowed(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!troubleOf(error)) throw error;
  }
}
