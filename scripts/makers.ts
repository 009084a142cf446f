import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { frugal } from './memory.ts';
import type { Answer, Asked, Given, Tasks } from './maker.ts';

/** More would each take the memory of all the data, for ever less. */
const MOST = 4;

/** Lots of pages that a maker has at hand, so that it need not wait for the next; all else has a maker for itself. */
const AT_HAND = 2;

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Maker {
  readonly process: ChildProcess;
  /** What it was asked and has not answered. */
  readonly open: Map<number, Waiting>;
}

/**
 * As many processes as there are processors, each with the data, that do what is asked in the order in which it is asked,
 * pages after all else. What they need of memory goes back to the machine with them.
 */
export class Makers {
  readonly #queue: Waiting[] = [];
  readonly #pages: Waiting[] = [];
  readonly #makers: readonly Maker[];
  #asked = 0;
  #failure: unknown;
  #stopped = false;

  constructor(given: Given) {
    this.#makers = Array.from({ length: Math.min(availableParallelism(), MOST) }, () => this.#start(given));
  }

  /** Lots of pages that they can have at hand together. */
  get atHand(): number {
    return this.#makers.length * AT_HAND;
  }

  /** @throws what the task throws, and what has ended a maker */
  ask<Kind extends keyof Tasks>(kind: Kind, of: Parameters<Tasks[Kind]>[0]): ReturnType<Tasks[Kind]> {
    return this.#wait({ kind, of } as Asked, (waiting) => {
      (kind === 'pages' ? this.#pages : this.#queue).push(waiting);
      this.#send();
    }) as ReturnType<Tasks[Kind]>;
  }

  /** The same of each maker but the first so many. */
  askEach<Kind extends keyof Tasks>(kind: Kind, of: Parameters<Tasks[Kind]>[0], from = 0): Promise<Awaited<ReturnType<Tasks[Kind]>>[]> {
    return Promise.all(this.#makers.slice(from).map((maker) => this.#wait({ kind, of } as Asked, (waiting) => this.#sendTo(maker, waiting)))) as never;
  }

  stop(): void {
    this.#stopped = true;
    for (const { process } of this.#makers) process.kill();
  }

  #wait(asked: Asked, send: (waiting: Waiting) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure);
      else send({ asked, resolve, reject });
    });
  }

  #start(given: Given): Maker {
    const process = fork(new URL('./maker.ts', import.meta.url), { serialization: 'advanced', ...frugal() });
    const maker: Maker = { process, open: new Map() };
    process.send(given);
    process.on('message', ({ to, ...answer }: Answer) => {
      const waiting = maker.open.get(to);
      maker.open.delete(to);
      if ('error' in answer) waiting?.reject(Object.assign(answer.error as object, answer.trouble));
      else waiting?.resolve(answer.value as never);
      this.#send();
    });
    process.on('error', (error) => this.#fail(error));
    process.on('exit', (code, signal) => this.#fail(new Error(`scripts/maker.ts: ${signal ?? code}`)));
    return maker;
  }

  #fail(error: unknown): void {
    if (this.#stopped) return;
    this.#failure ??= error;
    for (const { reject } of [...this.#makers.flatMap(({ open }) => [...open.values()]), ...this.#queue.splice(0), ...this.#pages.splice(0)]) reject(this.#failure);
  }

  /** To whom has least to do. */
  #send(): void {
    for (;;) {
      const [next] = this.#queue.length > 0 ? this.#queue : this.#pages;
      if (!next) return;
      const free = this.#makers.reduce((least, maker) => (maker.open.size < least.open.size ? maker : least));
      if (free.open.size >= (arePages(next) && [...free.open.values()].every(arePages) ? AT_HAND : 1)) return;
      this.#sendTo(free, (arePages(next) ? this.#pages : this.#queue).shift()!);
    }
  }

  #sendTo({ process, open }: Maker, waiting: Waiting): void {
    const number = this.#asked++;
    open.set(number, waiting);
    process.send({ ...waiting.asked, number });
  }
}

function arePages({ asked }: Waiting): boolean {
  return asked.kind === 'pages';
}
