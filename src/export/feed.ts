import { page } from '../i18n/paths.ts';
import { escapeMarkup } from '../charts/markup.ts';
import type { Edition } from '../view/edition.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly updated: string;
  readonly summary: string;
}

/** New and changed reports, the latest first, as an Atom feed (RFC 4287). `site`: the address of the site, without its base. */
export function atomFeed(edition: Edition, site: string): string {
  const { organisation } = edition.model.report;
  const absolute = (path: string) => new URL(path, site).href;
  const entries = entriesOf(edition, absolute).sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1));
  const self = absolute(edition.path('feed.xml'));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${edition.locale}">`,
    `<id>${escapeMarkup(self)}</id>`,
    `<title>${escapeMarkup(edition.pick(organisation.site.title))}</title>`,
    `<subtitle>${escapeMarkup(edition.plain(organisation.site.description))}</subtitle>`,
    `<link rel="self" href="${escapeMarkup(self)}"/>`,
    `<link rel="alternate" href="${escapeMarkup(absolute(edition.path(page.home())))}"/>`,
    `<updated>${entries[0]?.updated ?? `${edition.model.known}T00:00:00Z`}</updated>`,
    `<author><name>${escapeMarkup(edition.pick(organisation.name))}</name></author>`,
    ...entries.map(({ id, title, href, updated, summary }) =>
      `<entry><id>${escapeMarkup(id)}</id><title>${escapeMarkup(title)}</title><link href="${escapeMarkup(href)}"/>` +
      `<updated>${updated}</updated><summary>${escapeMarkup(summary)}</summary></entry>`),
    '</feed>',
    '',
  ].join('\n');
}

function entriesOf(edition: Edition, absolute: (path: string) => string): Entry[] {
  return edition.model.years.flatMap(({ year, reports }) =>
    reports.flatMap((report): Entry[] => {
      const href = absolute(edition.path(page.report(year)));
      const title = edition.pick(report.title);
      // A reader's program knows an entry by its id: a report that got another one is no new entry.
      const first = edition.model.report.redirects.find(({ kind, to }) => kind === 'report' && to === report.id)?.from ?? report.id;
      return [
        { id: `${href}#${first}`, title, href, updated: moment(report.published), summary: `${edition.t('asOf')} ${edition.day(report.asOf)}` },
        ...(report.changes ?? []).map(({ on, text }) => ({
          id: `${href}#${first}-${on}`, title: edition.t('changedReport', title), href, updated: moment(on), summary: edition.plain(text),
        })),
      ];
    }),
  );
}

/** A feed dates to the second; a document to the month or the day. */
function moment(date: string | number): string {
  const [year = '', month = '01', day = '01'] = String(date).split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
