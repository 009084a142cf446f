/** The language that the reader has gone over to last: the bare address opens in it. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

export function rememberLanguage(tag: string): void {
  try {
    localStorage.setItem('language', tag);
  } catch {
    // Storage is closed to this page: the bare address goes by the browser's languages.
  }
}
