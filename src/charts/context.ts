import type { Clip, Drawn, DrawnText, Look } from './drawn.ts';
import type { Measure } from './font.ts';
import { compose, IDENTITY, isSimilarity, rotationOf, scaleOf, transform } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { Pen, spellPx } from './pen.ts';
import { metricsOf, parseFont } from './text-metrics.ts';

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  miterLimit: number;
  lineDashOffset: number;
  globalAlpha: number;
  globalCompositeOperation: string;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  direction: CanvasDirection;
  dash: number[];
  matrix: Matrix;
  clipId: string | undefined;
}

const INITIAL: State = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  direction: 'ltr',
  dash: [],
  matrix: IDENTITY,
  clipId: undefined,
};

/** How far below the given height the baseline lies, in ems of Noto Sans JP. */
const BASELINE_SHIFT: Record<CanvasTextBaseline, number> = {
  top: 0.88,
  hanging: 0.8,
  middle: 0.36,
  alphabetic: 0,
  ideographic: -0.12,
  bottom: -0.12,
};

const NOT_RECORDED = [
  'createLinearGradient', 'createRadialGradient', 'createConicGradient', 'createPattern', 'drawImage',
] as const;

/**
 * A 2D drawing context that writes down what is drawn instead of painting it.
 * Throws on what it cannot write down (gradients, images): a chart must never lose a part in silence.
 */
export class RecordingContext {
  readonly drawn: Drawn[] = [];
  readonly clips: Clip[] = [];
  readonly canvas: { readonly width: number; readonly height: number };
  private readonly measure: Measure;
  private state: State = { ...INITIAL };
  private readonly stack: State[] = [];
  private pen = new Pen();

  constructor(canvas: { readonly width: number; readonly height: number }, measure: Measure) {
    this.canvas = canvas;
    this.measure = measure;
    for (const name of NOT_RECORDED) {
      Object.defineProperty(this, name, { value: () => refuse(name) });
    }
  }

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.set('matrix', compose(this.state.matrix, [a, b, c, d, e, f]));
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.set('matrix', [a, b, c, d, e, f]);
  }

  resetTransform(): void {
    this.set('matrix', IDENTITY);
  }

  beginPath(): void {
    this.pen = new Pen();
  }

  closePath(): void {
    if (!this.pen.isEmpty) this.pen.close();
  }

  moveTo(x: number, y: number): void {
    this.pen.moveTo(...this.place(x, y));
  }

  lineTo(x: number, y: number): void {
    if (this.pen.isEmpty) return this.moveTo(x, y);
    this.pen.lineTo(...this.place(x, y));
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.pen.quadTo(...this.place(x1, y1), ...this.place(x, y));
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.pen.curveTo(...this.place(x1, y1), ...this.place(x2, y2), ...this.place(x, y));
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise = false): void {
    const { matrix } = this.state;
    if (!isSimilarity(matrix)) refuse('an arc that is stretched or mirrored');
    const sweep = sweepOf(start, end, counterclockwise);
    const at = (angle: number): [number, number] =>
      this.place(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const isCircle = Math.abs(sweep) >= 2 * Math.PI - 1e-6;
    const large = !isCircle && Math.abs(sweep) > Math.PI;
    this.lineTo(x + radius * Math.cos(start), y + radius * Math.sin(start));
    const size = radius * scaleOf(matrix);
    const draw = (angle: number): void => this.pen.arcTo(size, large, sweep > 0, ...at(angle));
    if (isCircle) draw(start + sweep / 2);
    draw(start + sweep);
  }

  fill(): void {
    this.record({ kind: 'path', d: this.pen.d, look: { ...this.shared(), ...this.filled() } });
  }

  /** A stroke of the path that was just filled joins it. */
  stroke(): void {
    const look = { ...this.shared(), ...this.stroked() };
    const last = this.drawn.at(-1);
    if (look.stroke && last?.kind === 'path' && last.d === this.pen.d && last.look.clip === look.clip
      && last.look.opacity === look.opacity && !last.look.stroke) {
      this.drawn[this.drawn.length - 1] = { ...last, look: { ...last.look, ...look } };
      return;
    }
    this.record({ kind: 'path', d: this.pen.d, look });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.withOwnPath(() => (this.rect(x, y, width, height), this.fill()));
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.withOwnPath(() => (this.rect(x, y, width, height), this.stroke()));
  }

  /** The paper is blank to begin with; a whole picture is recorded once. */
  clearRect(): void {}

  clip(): void {
    const within = this.state.clipId;
    const { d } = this.pen;
    const known = this.clips.find((clip) => clip.d === d && clip.within === within);
    const clip = known ?? { id: `clip${this.clips.length}`, d, ...(within && { within }) };
    if (!known) this.clips.push(clip);
    this.set('clipId', clip.id);
  }

  setLineDash(dash: number[]): void {
    this.set('dash', dash.length % 2 ? [...dash, ...dash] : [...dash]);
  }

  getLineDash(): number[] {
    return [...this.state.dash];
  }

  measureText(text: string): TextMetrics {
    return metricsOf(this.measure, text, this.state.font);
  }

  /** A text that was just stroked at the same place is filled on top of it: a halo. */
  fillText(text: string, x: number, y: number): void {
    const drawn = this.setText(text, x, y, this.filled());
    const last = this.drawn.at(-1);
    if (last?.kind === 'text' && isSamePlace(last, drawn) && last.look.stroke && !last.look.fill) {
      this.drawn[this.drawn.length - 1] = { ...drawn, look: { ...last.look, ...drawn.look } };
      return;
    }
    this.record(drawn);
  }

  strokeText(text: string, x: number, y: number): void {
    const { dash: _, ...stroked } = this.stroked();
    this.record(this.setText(text, x, y, stroked));
  }

  private setText(text: string, x: number, y: number, paint: Look): DrawnText {
    const { matrix, textBaseline, textAlign, font } = this.state;
    const { size, bold } = parseFont(font);
    const [left, top] = this.place(x, y + BASELINE_SHIFT[textBaseline] * size);
    const fontSize = size * scaleOf(matrix);
    const set: Look = { fontSize, anchor: anchorOf(textAlign), ...(bold && { bold }) };
    const look = { ...this.shared(), ...paint, ...set };
    return { kind: 'text', text, x: left, y: top, rotation: rotationOf(matrix), look };
  }

  private record(drawn: Drawn): void {
    const visible = drawn.look.fill ?? drawn.look.stroke;
    const empty = drawn.kind === 'path' ? drawn.d === '' : drawn.text === '';
    if (visible !== undefined && !empty) this.drawn.push(drawn);
  }

  private withOwnPath(draw: () => void): void {
    const kept = this.pen;
    this.pen = new Pen();
    draw();
    this.pen = kept;
  }

  private shared(): Look {
    const { globalAlpha, clipId } = this.state;
    return { ...(globalAlpha < 1 && { opacity: globalAlpha }), ...(clipId && { clip: clipId }) };
  }

  private filled(): Look {
    return isVisible(this.state.fillStyle) ? { fill: this.state.fillStyle } : {};
  }

  private stroked(): Look {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash, matrix } = this.state;
    if (!isVisible(strokeStyle) || lineWidth === 0) return {};
    return {
      stroke: strokeStyle,
      width: lineWidth * scaleOf(matrix),
      ...(dash.length > 0 && { dash: dash.map(spellPx).join(' ') }),
      ...(lineCap !== 'butt' && { cap: lineCap }),
      ...(lineJoin !== 'miter' && { join: lineJoin }),
    };
  }

  private place(x: number, y: number): [number, number] {
    return transform(this.state.matrix, x, y);
  }

  private set<Key extends keyof State>(key: Key, value: State[Key]): void {
    this.state[key] = value;
  }

  get fillStyle(): string { return this.state.fillStyle; }
  set fillStyle(value: string) { this.set('fillStyle', value); }
  get strokeStyle(): string { return this.state.strokeStyle; }
  set strokeStyle(value: string) { this.set('strokeStyle', value); }
  get lineWidth(): number { return this.state.lineWidth; }
  set lineWidth(value: number) { this.set('lineWidth', value); }
  get lineCap(): CanvasLineCap { return this.state.lineCap; }
  set lineCap(value: CanvasLineCap) { this.set('lineCap', value); }
  get lineJoin(): CanvasLineJoin { return this.state.lineJoin; }
  set lineJoin(value: CanvasLineJoin) { this.set('lineJoin', value); }
  get miterLimit(): number { return this.state.miterLimit; }
  set miterLimit(value: number) { this.set('miterLimit', value); }
  get lineDashOffset(): number { return this.state.lineDashOffset; }
  set lineDashOffset(value: number) { this.set('lineDashOffset', value); }
  get globalAlpha(): number { return this.state.globalAlpha; }
  set globalAlpha(value: number) { this.set('globalAlpha', value); }
  get globalCompositeOperation(): string { return this.state.globalCompositeOperation; }
  set globalCompositeOperation(value: string) { this.set('globalCompositeOperation', value); }
  get font(): string { return this.state.font; }
  set font(value: string) { this.set('font', value); }
  get textAlign(): CanvasTextAlign { return this.state.textAlign; }
  set textAlign(value: CanvasTextAlign) { this.set('textAlign', value); }
  get textBaseline(): CanvasTextBaseline { return this.state.textBaseline; }
  set textBaseline(value: CanvasTextBaseline) { this.set('textBaseline', value); }
  get direction(): CanvasDirection { return this.state.direction; }
  set direction(value: CanvasDirection) { this.set('direction', value); }
}

function refuse(what: string): never {
  throw new Error(`${what} cannot be recorded as SVG`);
}

function isVisible(colour: string): boolean {
  return colour !== 'transparent' && colour !== 'rgba(0,0,0,0)';
}

/** As the canvas standard has it: a turn of more than a full circle is a full circle. */
function sweepOf(start: number, end: number, counterclockwise: boolean): number {
  const full = 2 * Math.PI;
  const turn = counterclockwise ? start - end : end - start;
  const sweep = turn >= full ? full : ((turn % full) + full) % full;
  return counterclockwise ? -sweep : sweep;
}

/** e.g. 'bold 13px inherit' → { size: 13, bold: true } */
function anchorOf(align: CanvasTextAlign): 'start' | 'middle' | 'end' {
  if (align === 'center') return 'middle';
  return align === 'right' || align === 'end' ? 'end' : 'start';
}

function isSamePlace(a: DrawnText, b: DrawnText): boolean {
  return a.text === b.text && a.x === b.x && a.y === b.y && a.rotation === b.rotation;
}
