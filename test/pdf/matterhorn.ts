import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFString, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFObject, PDFPage } from '@cantoo/pdf-lib';
import { readContent } from '../../src/pdf/mend-pages.ts';
import { readFaults } from './read-pdf.ts';
import { isNode, nodesBelow, nodesOf, readStructure } from './read-structure.ts';
import type { Node, Structure } from './read-structure.ts';

/*
 * The Matterhorn Protocol 1.1 lists the ways in which a file can fail ISO 14289-1 (PDF/UA-1). Here are those that a
 * program can find and that concern what a print edition may hold, by the numbers of the protocol. What needs a person
 * to judge, such as whether a heading is one, is not here.
 */

interface Subject {
  readonly document: PDFDocument;
  readonly structure: Structure;
  readonly nodes: readonly Node[];
  readonly parents: ReadonlyMap<Node, Node>;
  readonly pages: readonly MarkedPage[];
  readonly fonts: readonly PDFDict[];
  readonly xmp: string;
  /** Glyphs without a character, missing ones, widths that differ. */
  readonly faults: readonly string[];
}

type Check = (subject: Subject) => readonly (string | false | undefined)[];

/** Every failure that was found, under its number: an empty object for a file that conforms as far as this can tell. */
export async function findFailures(bytes: Uint8Array): Promise<Record<string, string[]>> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  const structure = readStructure(document);
  const nodes = [...nodesOf(structure.top)];
  const metadata = document.catalog.lookup(name('Metadata'));
  const subject: Subject = {
    document, structure, nodes, parents: new Map(nodes.flatMap((node) => nodesBelow(node).map((kid) => [kid, node] as const))),
    pages: document.getPages().map((page) => readMarks(document, page)), fonts: readFontDicts(document),
    xmp: metadata instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8') : '',
    faults: await readFaults(bytes).catch(() => []),
  };
  const found = Object.entries(CHECKS).map(([number, check]) => [number, check(subject).filter((failure) => typeof failure === 'string')] as const);
  return Object.fromEntries(found.filter(([, failures]) => failures.length > 0));
}

const STANDARD = new Set(('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody '
  + 'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form').split(' '));
const ROWS = ['TR', 'THead', 'TBody', 'TFoot', 'Caption'];

/** Where these may stand, and what may stand in these. */
const PLACES: Readonly<Record<string, { readonly in?: readonly string[]; readonly kids?: readonly string[] }>> = {
  Table: { kids: ROWS }, TR: { in: ['Table', 'THead', 'TBody', 'TFoot'], kids: ['TH', 'TD'] }, TH: { in: ['TR'] }, TD: { in: ['TR'] },
  THead: { in: ['Table'], kids: ['TR'] }, TBody: { in: ['Table'], kids: ['TR'] }, TFoot: { in: ['Table'], kids: ['TR'] },
  L: { kids: ['L', 'LI', 'Caption'] }, LI: { in: ['L'], kids: ['Lbl', 'LBody'] }, LBody: { in: ['LI'] },
  TOC: { kids: ['TOC', 'TOCI', 'Caption'] }, TOCI: { in: ['TOC'] },
  Ruby: { kids: ['RB', 'RT', 'RP'] }, RB: { in: ['Ruby'] }, RT: { in: ['Ruby', 'RT'] }, RP: { in: ['Ruby'] },
  Warichu: { kids: ['WT', 'WP'] }, WT: { in: ['Warichu'] }, WP: { in: ['Warichu'] },
};

const CHECKS: Readonly<Record<string, Check>> = {
  // What is drawn is read, or an artifact.
  '01-003': ({ pages }) => pages.flatMap(({ artifactsInTagged }) => artifactsInTagged),
  '01-004': ({ pages }) => pages.flatMap(({ taggedInArtifacts }) => taggedInArtifacts),
  '01-005': ({ pages, structure }) => pages.flatMap(({ outside, mcids, ref }) => [
    ...outside, ...mcids.filter((mcid) => !structure.parents.get(keyOf(structure, ref))?.[mcid]).map((mcid) => `${mcid} of ${ref} belongs to no element`),
  ]),
  '01-007': ({ document: { catalog } }) => [catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.lookup(name('Suspects')) === PDFBool.True && 'Suspects'],
  'marked': ({ document: { catalog } }) => [catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.lookup(name('Marked')) !== PDFBool.True && 'not Marked'],
  // Roles.
  '02-001': ({ nodes, structure }) => nodes.map(({ role }) => !STANDARD.has(roleOf(structure, role)) && role),
  '02-003': ({ structure }) => [...rolesOf(structure).keys()].map((role) => roleOf(structure, role) === CIRCLE && role),
  '02-004': ({ structure }) => [...rolesOf(structure).keys()].filter((role) => STANDARD.has(role)),
  // What it says of itself.
  '06-001': ({ xmp }) => [xmp === '' && 'no XMP'],
  '06-002': ({ xmp }) => [!/ xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/.test(xmp) && 'no identification', !/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp) && 'no part'],
  '06-003': ({ xmp }) => [!/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<\s]/.test(xmp) && 'no title'],
  '07-001': ({ document: { catalog } }) => [!catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.has(name('DisplayDocTitle')) && 'DisplayDocTitle'],
  '07-002': ({ document: { catalog } }) => [catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.lookup(name('DisplayDocTitle')) === PDFBool.False && 'DisplayDocTitle'],
  // Elements that belong together.
  '09-004': (subject) => misplaced(subject, ['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot']),
  '09-005': (subject) => misplaced(subject, ['L', 'LI', 'LBody']),
  '09-006': (subject) => misplaced(subject, ['TOC', 'TOCI']),
  '09-007': (subject) => misplaced(subject, ['Ruby', 'RB', 'RT', 'RP']),
  '09-008': (subject) => misplaced(subject, ['Warichu', 'WT', 'WP']),
  // Languages: that of the document holds for outline, links and metadata too.
  '11-001': ({ document: { catalog }, nodes }) => [
    !isLanguage(textOf(catalog.lookup(name('Lang')))) && 'the document', ...nodes.map(({ lang, ref }) => lang !== undefined && !isLanguage(lang) && ref),
  ],
  '13-004': ({ nodes }) => nodes.filter(({ role, alt = '' }) => role === 'Figure' && alt.trim() === '').map(({ ref }) => ref),
  '14-002': ({ nodes }) => headings(nodes).slice(0, 1).filter((level) => level !== 1).map(String),
  '14-003': ({ nodes }) => headings(nodes).filter((level, index, all) => level > (all[index - 1] ?? 0) + 1).map(String),
  '14-007': ({ nodes }) => nodes.filter(({ role }) => role === 'H').map(({ ref }) => ref),
  '15-003': ({ nodes }) => nodes.filter(({ role }) => role === 'Table').flatMap(headsWithoutScope),
  '17-002': ({ nodes }) => nodes.filter(({ role, alt = '' }) => role === 'Formula' && alt.trim() === '').map(({ ref }) => ref),
  '19-003': ({ nodes, structure }) => nodes.filter(({ role, id }) => roleOf(structure, role) === 'Note' && id === undefined).map(({ ref }) => ref),
  '19-004': ({ nodes }) => nodes.flatMap(({ id }) => id ?? []).filter((id, index, all) => all.indexOf(id) !== index),
  // What these documents have none of.
  '20-001': ({ document: { catalog } }) => [catalog.has(name('OCProperties')) && 'OCProperties'],
  '21-001': ({ document: { catalog } }) => [catalog.lookupMaybe(name('Names'), PDFDict)?.has(name('EmbeddedFiles')) && 'EmbeddedFiles'],
  '25-001': ({ document: { catalog } }) => [catalog.lookupMaybe(name('AcroForm'), PDFDict)?.has(name('XFA')) && 'XFA'],
  '26-001': ({ document }) => [document.context.trailerInfo.Encrypt !== undefined && 'Encrypt'],
  // Links.
  '28-002': ({ structure }) => rectangles(structure).filter(({ subtype }) => subtype !== 'Link').map(({ ref }) => ref),
  '28-008': ({ document }) => annotated(document).filter(({ node }) => !node.has(name('Tabs'))).map(({ ref }) => String(ref)),
  '28-009': ({ document }) => annotated(document).filter(({ node }) => node.has(name('Tabs')) && node.lookup(name('Tabs')) !== name('S')).map(({ ref }) => String(ref)),
  '28-011': ({ structure, nodes }) => {
    const inLinks = new Set(nodes.filter(({ role }) => role === 'Link').flatMap(({ kids }) => kids.map((kid) => (isNode(kid) ? '' : kid.annotation))));
    return rectangles(structure).filter(({ ref }) => !inLinks.has(ref)).map(({ ref }) => ref);
  },
  '28-012': ({ structure }) => rectangles(structure).filter(({ contents }) => contents.trim() === '').map(({ ref }) => ref),
  '30-001': ({ document }) => forms(document).filter(({ dict }) => dict.has(name('Ref'))).map(() => 'Ref'),
  '30-002': ({ document }) => forms(document).filter(({ dict }) => dict.has(name('StructParents')) || dict.has(name('StructParent'))).map(() => 'StructParents'),
  // Typefaces.
  '10-001': ({ faults }) => faults.filter((fault) => fault.startsWith('no character')),
  '31-001': ({ fonts }) => fonts.map((font) => encodingOf(font) !== 'Identity-H' && !registryOf(font).startsWith('Adobe-Identity') && registryOf(font)),
  '31-004': ({ fonts }) => fonts.map((font) => descendantOf(font)?.lookup(name('Subtype')) === name('CIDFontType2') && !descendantOf(font)!.has(name('CIDToGIDMap')) && nameOf(font)),
  '31-006': ({ fonts }) => fonts.map((font) => descendantOf(font) && !['Identity-H', 'Identity-V'].includes(encodingOf(font)) && nameOf(font)),
  '31-009': ({ fonts }) => fonts.map((font) => !(descriptorOf(font)?.lookup(name('FontFile2')) instanceof PDFRawStream) && nameOf(font)),
  '31-014': ({ fonts }) => fonts.map((font) => descriptorOf(font)?.has(name('CIDSet')) && nameOf(font)),
  '31-016': ({ faults }) => faults.filter((fault) => / wide, /.test(fault)),
  '31-027': ({ fonts }) => fonts.map((font) => !(font.lookup(name('ToUnicode')) instanceof PDFRawStream) && nameOf(font)),
  '31-028': ({ fonts }) => fonts.map((font) => /beginbf[^]*?<[0-9A-Fa-f]{4}>\s*<(?:0000|FEFF|FFFE)>/i.test(mapOf(font)) && nameOf(font)),
  '31-030': ({ faults }) => faults.filter((fault) => fault === 'null'),
};

/** Every number that is looked for. */
export const CHECKPOINTS = Object.keys(CHECKS);

function headings(nodes: readonly Node[]): number[] {
  return nodes.flatMap(({ role }) => /^H([1-6])$/.exec(role)?.[1] ?? []).map(Number);
}

function misplaced({ nodes, parents }: Subject, roles: readonly string[]): string[] {
  return nodes.filter(({ role }) => roles.includes(role)).flatMap((node) => {
    const { in: places, kids } = PLACES[node.role]!;
    const parent = parents.get(node)?.role ?? '';
    return [
      ...(places && !places.includes(parent) ? [`${node.role} in ${parent}`] : []),
      ...nodesBelow(node).filter(({ role }) => kids && !kids.includes(role)).map(({ role }) => `${node.role} with ${role}`),
    ];
  });
}

/** A header cell says for what it is one, or is named by a cell. */
function headsWithoutScope(table: Node): string[] {
  const cells = [...nodesOf(table)];
  const named = new Set(cells.flatMap(({ attributes }) => (attributes['Headers'] ?? []) as string[]));
  return cells.filter(({ role, attributes, id = '' }) => role === 'TH' && attributes['Scope'] === undefined && !named.has(id)).map(({ ref }) => ref);
}

const CIRCLE = '(circle)';

function rolesOf({ catalog }: Structure): Map<string, string> {
  const map = catalog.lookup(name('StructTreeRoot'), PDFDict).lookupMaybe(name('RoleMap'), PDFDict);
  return new Map((map?.entries() ?? []).map(([from, to]) => [from.decodeText(), (to as PDFName).decodeText()]));
}

function roleOf(structure: Structure, role: string): string {
  const roles = rolesOf(structure);
  const seen = new Set<string>();
  for (let at = role; ; at = roles.get(at)!) {
    if (STANDARD.has(at) || !roles.has(at)) return at;
    if (seen.has(at)) return CIRCLE;
    seen.add(at);
  }
}

function rectangles({ pages }: Structure) {
  return pages.flatMap(({ annotations }) => annotations);
}

function annotated(document: PDFDocument): PDFPage[] {
  return document.getPages().filter(({ node }) => (node.Annots()?.size() ?? 0) > 0);
}

function keyOf({ pages }: Structure, page: string): number {
  return pages.find(({ ref }) => ref === page)?.key ?? -1;
}

interface MarkedPage {
  readonly ref: string;
  readonly mcids: readonly number[];
  readonly artifactsInTagged: readonly string[];
  readonly taggedInArtifacts: readonly string[];
  /** What draws and is neither. */
  readonly outside: readonly string[];
}

const TOKENS = /\((?:\\[^]|[^\\)])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
const PAINTS = new Set('f F f* B B* b b* s S sh Do Tj TJ \' " EI'.split(' '));

/** Goes through what a page draws, operator by operator. */
function readMarks(document: PDFDocument, page: PDFPage): MarkedPage {
  const ref = String(page.ref);
  const found = { ref, mcids: [] as number[], artifactsInTagged: [] as string[], taggedInArtifacts: [] as string[], outside: [] as string[] };
  const open: ('artifact' | 'tagged' | 'other')[] = [];
  let operands: string[] = [];
  for (const [token] of readContent(document, page).matchAll(TOKENS)) {
    if (!/^[A-Za-z'"]/.test(token)) {
      operands.push(token);
      continue;
    }
    const mcid = operands.indexOf('/MCID') < 0 ? undefined : Number(operands[operands.indexOf('/MCID') + 1]);
    if (token === 'BDC' || token === 'BMC') {
      const kind = operands[0] === '/Artifact' ? 'artifact' : mcid === undefined ? 'other' : 'tagged';
      if (kind === 'artifact' && open.includes('tagged')) found.artifactsInTagged.push(ref);
      if (kind === 'tagged' && open.includes('artifact')) found.taggedInArtifacts.push(ref);
      if (mcid !== undefined) found.mcids.push(mcid);
      open.push(kind);
    } else if (token === 'EMC') open.pop();
    else if (PAINTS.has(token) && !open.some((kind) => kind !== 'other')) found.outside.push(`${ref} ${operands.join(' ')} ${token}`);
    operands = [];
  }
  return found;
}

function readFontDicts(document: PDFDocument): PDFDict[] {
  const all = document.getPages().flatMap((page) => page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)?.values() ?? []);
  return [...new Set(all.map((font) => document.context.lookup(font, PDFDict)))];
}

function descendantOf(font: PDFDict): PDFDict | undefined {
  return font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
}

function descriptorOf(font: PDFDict): PDFDict | undefined {
  return (descendantOf(font) ?? font).lookupMaybe(name('FontDescriptor'), PDFDict);
}

function encodingOf(font: PDFDict): string {
  return font.lookupMaybe(name('Encoding'), PDFName)?.decodeText() ?? '';
}

function registryOf(font: PDFDict): string {
  const info = descendantOf(font)?.lookupMaybe(name('CIDSystemInfo'), PDFDict);
  return ['Registry', 'Ordering'].map((key) => textOf(info?.lookup(name(key))) ?? '').join('-');
}

function nameOf(font: PDFDict): string {
  return font.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '?';
}

function mapOf(font: PDFDict): string {
  const map = font.lookup(name('ToUnicode'));
  return map instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(map).decode()).toString('latin1') : '';
}

function forms(document: PDFDocument): PDFRawStream[] {
  return document.context.enumerateIndirectObjects().map(([, object]) => object)
    .filter((object): object is PDFRawStream => object instanceof PDFRawStream && object.dict.lookup(name('Subtype')) === name('Form'));
}

/** BCP 47, as far as these documents go. */
function isLanguage(lang: string | undefined): boolean {
  return lang !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang);
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object !== undefined && !(object instanceof PDFRef) && 'decodeText' in object ? (object as PDFString).decodeText() : undefined;
}

function name(key: string): PDFName {
  return PDFName.of(key);
}
