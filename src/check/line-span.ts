/** The line of a text that a place in it stands on: for a report that points there. */
export function lineSpan(text: string, line: number): { readonly offset: number; readonly length: number } {
  const lines = text.split('\n');
  return { offset: lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0), length: lines[line]?.length ?? 0 };
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length - 1;
}
