import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { languagesIn } from './languages.ts';

export interface SiteAddress {
  /** https://example.github.io */
  readonly url: string;
  /** '/', or '/nenpo/' where the site is one of several on its host. */
  readonly base: string;
}

/** Where the site will be published: NENPO_SITE and NENPO_BASE, else data/organisation.yaml. What is wrong there, the check of the data reports. */
export function readSiteAddress(root: string, environment: NodeJS.ProcessEnv = process.env): SiteAddress {
  const written = (readOrganisation(root) as { site?: Partial<SiteAddress> } | null | undefined)?.site;
  const base = environment['NENPO_BASE'] ?? written?.base ?? '/';
  return { url: environment['NENPO_SITE'] ?? written?.url ?? 'http://localhost', base: `/${base}/`.replace(/\/{2,}/g, '/') };
}

/** The languages of the site, without a look at the rest of the data. */
export function readSiteTags(root: string): readonly string[] {
  return languagesIn(readOrganisation(root)).tags;
}

function readOrganisation(root: string): unknown {
  try {
    return parse(readFileSync(join(root, 'data/organisation.yaml'), 'utf8'), { uniqueKeys: false });
  } catch {
    return undefined;
  }
}
