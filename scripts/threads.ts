import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Asked, Ended, Given, Tasks } from './thread.ts';

/** More would each take the memory of all the data, for ever less. */
const MOST = 4;

/** Pages that a thread has at hand, so that it need not wait for the next; all else has a thread for itself. */
const AT_HAND = 4;

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it was asked and has not answered. */
  readonly open: Map<number, Waiting>;
}

/** As many threads as there are processors, each with the data, that do what is asked in the order in which it is asked. */
export class Threads {
  readonly #queue: Waiting[] = [];
  readonly #threads: readonly Thread[];
  #asked = 0;
  #failure: unknown;

  constructor(given: Given) {
    this.#threads = Array.from({ length: Math.min(availableParallelism(), MOST) }, () => this.#start(given));
  }

  /** @throws what the task throws, and what has ended a thread */
  ask<Kind extends keyof Tasks>(kind: Kind, of: Parameters<Tasks[Kind]>[0]): ReturnType<Tasks[Kind]> {
    return this.#wait({ kind, of } as Asked, (waiting) => {
      this.#queue.push(waiting);
      this.#send();
    }) as ReturnType<Tasks[Kind]>;
  }

  /** When nothing else is asked any more: what each has used and shown. */
  end(): Promise<Ended[]> {
    return Promise.all(this.#threads.map((thread) => this.#wait({ kind: 'end', of: undefined }, (waiting) => this.#sendTo(thread, waiting)) as Promise<Ended>));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #wait(asked: Asked, send: (waiting: Waiting) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure);
      else send({ asked, resolve, reject });
    });
  }

  #start(given: Given): Thread {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: given });
    const thread: Thread = { worker, open: new Map() };
    worker.on('message', ({ to, ...answer }: Answer) => {
      const waiting = thread.open.get(to);
      thread.open.delete(to);
      if ('error' in answer) waiting?.reject(answer.error);
      else waiting?.resolve(answer.value as never);
      this.#send();
    });
    worker.on('error', (error) => {
      this.#failure = error;
      for (const { reject } of [...this.#threads.flatMap(({ open }) => [...open.values()]), ...this.#queue.splice(0)]) reject(error);
    });
    return thread;
  }

  /** To whom has least to do. */
  #send(): void {
    while (this.#queue.length > 0) {
      const free = this.#threads.reduce((least, thread) => (thread.open.size < least.open.size ? thread : least));
      if (free.open.size >= (isPage(this.#queue[0]!) && [...free.open.values()].every(isPage) ? AT_HAND : 1)) return;
      this.#sendTo(free, this.#queue.shift()!);
    }
  }

  #sendTo({ worker, open }: Thread, waiting: Waiting): void {
    const number = this.#asked++;
    open.set(number, waiting);
    worker.postMessage({ ...waiting.asked, number });
  }
}

function isPage({ asked }: Waiting): boolean {
  return asked.kind === 'page';
}
