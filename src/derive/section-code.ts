/** I-2; IV where the section is the whole of its part. */
export function sectionCode(part: { readonly number: string }, section: { readonly number?: string | undefined }): string {
  return section.number === undefined ? part.number : `${part.number}-${section.number}`;
}
