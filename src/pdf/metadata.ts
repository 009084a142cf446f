/** What a PDF says about itself to readers, libraries and search. */
export interface PrintMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47, e.g. `ja`. */
  readonly lang: string;
  /**
   * The day that the data says, `2025-12-01`; never the day of printing, so that printing again gives the
   * same file.
   */
  readonly date: string;
}

/** `2025-12-01` → midnight UTC of that day. @throws RangeError for anything else. */
export function metadataDate(date: string): Date {
  const parsed = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : Number.NaN);
  if (Number.isNaN(parsed.getTime())) {
    const wanted = '<meta name="dcterms.date" content="YYYY-MM-DD">';
    throw new RangeError(`The print page needs ${wanted}, not "${date}".`);
  }
  return parsed;
}

/** The XMP packet that says the same as the PDF's information dictionary; where the file `isAccessible`, also that it keeps to PDF/UA-1. */
export function xmpPacket(metadata: PrintMetadata, producer: string, isAccessible: boolean): string {
  const { title, author, subject, keywords, lang, date } = metadata;
  const day = metadataDate(date).toISOString().replace('.000', '');
  const alternatives = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li>`
    + `<rdf:li xml:lang="${xml(lang)}">${xml(text)}</rdf:li></rdf:Alt>`;
  const items = keywords.map((keyword) => `<rdf:li>${xml(keyword)}</rdf:li>`).join('');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternatives(subject)}</dc:description>
<dc:subject><rdf:Bag>${items}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${xml(lang)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${xml(keywords.join(', '))}</pdf:Keywords>
<pdf:Producer>${xml(producer)}</pdf:Producer>
<xmp:CreatorTool>nenpo</xmp:CreatorTool>
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
<xmp:MetadataDate>${day}</xmp:MetadataDate>
${isAccessible ? '<pdfuaid:part>1</pdfuaid:part>\n' : ''}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
