declare module 'hyphen/en-gb/index.js' {
  const english: {
    /** Puts a soft hyphen wherever a word may be broken. */
    hyphenateSync(text: string): string;
  };
  export default english;
}
