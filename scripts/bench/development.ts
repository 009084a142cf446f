import { spawn } from 'node:child_process';

export interface Development {
  /** http://127.0.0.1:4321, once the server says that it listens; fails where it ends before. */
  readonly address: Promise<string>;
  readonly stop: () => void;
}

/** `npm run dev` over a body of data, on a free port that only this machine reaches. */
export function startDevelopment(root: string, environment: NodeJS.ProcessEnv = process.env): Development {
  const server = spawn(process.execPath, ['scripts/dev.ts', '--root', root, '--host', '127.0.0.1', '--port', '0'], {
    env: { ...environment, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = new Promise<string>((done, fail) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) done(found[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', () => fail(new Error(`The server ended:\n${said}`)));
  });
  return { address, stop: () => void server.kill() };
}
