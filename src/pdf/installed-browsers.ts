import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a Chromium-based browser may be installed, likeliest first; whether a file is there is not checked.
 * Chromium from a snap is left out: its confinement keeps it from the files that it is to print.
 */
export function installedBrowserPaths(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') return [...onPath(LINUX_NAMES, env, ':'), ...macPaths(env)];
  if (platform === 'win32') return [...onPath(WINDOWS_NAMES, env, ';'), ...windowsPaths(env)];
  return [...onPath(LINUX_NAMES, env, ':'), ...LINUX_PATHS].filter((path) => !path.startsWith('/snap/'));
}

const LINUX_NAMES = [
  'chrome-headless-shell', 'chromium-headless-shell', 'chromium', 'google-chrome-stable', 'google-chrome',
  'chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium-browser',
];
const LINUX_PATHS = ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
const WINDOWS_NAMES = ['chrome.exe', 'chromium.exe', 'msedge.exe'];
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe'];
const MAC_PATHS = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];

function onPath(names: readonly string[], env: Environment, separator: string): string[] {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(separator).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function macPaths(env: Environment): string[] {
  const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
  return folders.flatMap((folder) => MAC_PATHS.map((path) => join(folder, path)));
}

function windowsPaths(env: Environment): string[] {
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return folders.filter((folder) => folder !== undefined).flatMap((folder) =>
    WINDOWS_PATHS.map((path) => join(folder, path)));
}
