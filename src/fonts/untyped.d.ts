declare module 'subset-font' {
  /** Keeps the glyphs of `text` and what layout features reach from them; all features stay unless named. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2'; keepFeatures?: string[] },
  ): Promise<Buffer>;
}

declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    readonly availableFeatures: readonly string[];
    readonly numGlyphs: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number; readonly path: { readonly commands: readonly unknown[] } };
    getGlyph(id: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } };
    layout(text: string, features: Readonly<Record<string, boolean>>): { readonly positions: readonly { readonly xAdvance: number }[] };
  }
  export function create(font: Buffer): Font;
}
