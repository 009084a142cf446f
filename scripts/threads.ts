import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Asked, Ended, Given, Tasks } from './thread.ts';

/** More would each take the memory of all the data, for ever less. */
const MOST = 4;

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** As many threads as there are processors, each with the data, that do what is asked in the order in which it is asked. */
export class Threads {
  readonly #queue: Waiting[] = [];
  readonly #all: readonly Worker[];
  readonly #idle: Worker[];
  readonly #busy = new Map<Worker, Waiting>();
  #failure: unknown;

  constructor(given: Given, env: NodeJS.ProcessEnv) {
    this.#all = Array.from({ length: Math.min(availableParallelism(), MOST) }, () => this.#start(given, env));
    this.#idle = [...this.#all];
  }

  /** @throws what the task throws, and what has ended a thread */
  ask<Kind extends keyof Tasks>(kind: Kind, of: Parameters<Tasks[Kind]>[0]): ReturnType<Tasks[Kind]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#queue.push({ asked: { kind, of } as Asked, resolve, reject });
      this.#next();
    }) as ReturnType<Tasks[Kind]>;
  }

  /** When nothing else is asked any more: what each has used and shown. */
  end(): Promise<Ended[]> {
    return Promise.all(this.#all.map(() => this.ask('end', undefined)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.terminate()));
  }

  #start(given: Given, env: NodeJS.ProcessEnv): Worker {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: given, env });
    thread.on('message', (answer: Answer) => {
      const task = this.#busy.get(thread);
      this.#busy.delete(thread);
      this.#idle.push(thread);
      if ('error' in answer) task?.reject(answer.error);
      else task?.resolve(answer.value as never);
      this.#next();
    });
    thread.on('error', (error) => {
      this.#failure = error;
      for (const { reject } of [...this.#busy.values(), ...this.#queue.splice(0)]) reject(error);
    });
    return thread;
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#idle.pop();
      if (!thread) return;
      const task = this.#queue.shift()!;
      this.#busy.set(thread, task);
      thread.postMessage(task.asked);
    }
  }
}
