import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface SiteAddress {
  /** https://example.github.io */
  readonly url: string;
  /** '/', or '/nenpo/' where the site is one of several on its host. */
  readonly base: string;
}

/** Where the site will be published: NENPO_SITE and NENPO_BASE, else data/organisation.yaml. What is wrong there, the check of the data reports. */
export function readSiteAddress(root: string, environment: NodeJS.ProcessEnv = process.env): SiteAddress {
  const written = readWritten(root);
  const base = environment['NENPO_BASE'] ?? written?.base ?? '/';
  return { url: environment['NENPO_SITE'] ?? written?.url ?? 'http://localhost', base: `/${base}/`.replace(/\/{2,}/g, '/') };
}

function readWritten(root: string): Partial<SiteAddress> | undefined {
  try {
    return (parse(readFileSync(join(root, 'data/organisation.yaml'), 'utf8'), { uniqueKeys: false }) as { site?: Partial<SiteAddress> } | null)?.site;
  } catch {
    return undefined;
  }
}
