import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchBrowser, NoBrowserError } from '../../src/pdf/browser.ts';
import { hasBundledBrowser } from '../../src/pdf/bundled-browser.ts';
import { installedBrowserPaths } from '../../src/pdf/installed-browsers.ts';
import { readTar } from '../../src/pdf/tar.ts';

test.runIf(hasBundledBrowser())('starts the browser that comes with the packages', async () => {
  const browser = await launchBrowser('bundled');
  expect(Number.parseInt(browser.version(), 10)).toBeGreaterThanOrEqual(140);
  await browser.close();
}, 60_000);

test('says in both languages what to do where the named browser is not there', async () => {
  const failure = await launchBrowser('/nowhere/chrome').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NoBrowserError);
  expect((failure as Error).message).toBe([
    'PDFを作るブラウザ（Chrome、Chromium、Edge）を起動できませんでした。',
    '→ Chrome（140以降）を入れるか、環境変数 NENPO_BROWSER にブラウザの場所を書いてください。',
    `→ それがあるのに起動しないときは、メモリーと一時ファイルの場所（${tmpdir()}）に空きがあるか確かめてください。`,
    'No browser (Chrome, Chromium or Edge) could be started to print the PDF.',
    "→ Install Chrome (140 or later), or set the environment variable NENPO_BROWSER to a browser's path.",
    `→ Where there is one and it does not start, see whether there is room in memory and for temporary files (${tmpdir()}).`,
    "  - /nowhere/chrome: ENOENT: no such file or directory, access '/nowhere/chrome'",
  ].join('\n'));
});

describe('where an installed browser is looked for', () => {
  test('on the PATH and in the usual places of Linux, but not in snaps', () => {
    const paths = installedBrowserPaths('linux', { PATH: '/snap/bin:/home/a/bin' });
    expect(paths).toContain(join('/home/a/bin', 'chromium'));
    expect(paths).toContain('/opt/google/chrome/chrome');
    expect(paths.some((path) => path.startsWith('/snap'))).toBe(false);
  });

  test('in the applications of a Mac and of Windows', () => {
    expect(installedBrowserPaths('darwin', {}))
      .toContain(join('/Applications', 'Google Chrome.app/Contents/MacOS/Google Chrome'));
    expect(installedBrowserPaths('win32', { PROGRAMFILES: 'C:/Program Files' }))
      .toContain(join('C:/Program Files', 'Microsoft/Edge/Application/msedge.exe'));
  });
});

test('reads the files of a tar archive with their modes', () => {
  const file = [tarHeader('lib/a.so', '0', 3), pad('abc')];
  const archive = Buffer.concat([tarHeader('lib/', '5', 0), ...file, Buffer.alloc(1024)]);
  expect(readTar(archive)).toEqual([{ name: 'lib/a.so', mode: 0o755, content: Buffer.from('abc') }]);
});

function tarHeader(name: string, type: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000755\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  return header;
}

function pad(content: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(content);
  return block;
}
