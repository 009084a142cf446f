/**
 * A published figure: what a document prints, and no more than it prints.
 * Plain data: decimals are strings, so that a figure survives JSON and never meets a float.
 */
export interface Quantity {
  /** Exact value in units of one, e.g. `4.1万事業所` → '41000', `72.0%` → '72.0', `-0.0%` → '-0.0'. */
  readonly value: string;
  /** Size of one step of the last printed place, in units of one: '1000', '0.1'; '0' for an exact count. */
  readonly quantum: string;
  /** Id of the unit in `data/units.yaml`. */
  readonly unit: string;
  /** The number words it is printed with. */
  readonly scale: Scale;
  /** A positive figure that is printed with its sign (`+0.2ポイント`). */
  readonly plus?: true;
  /** Words that make the figure less than exact, in the order of printing. */
  readonly qualifiers?: readonly Qualifier[];
}

/**
 * '兆億' is the mixed form `18兆4,572億`; '億万' and '兆億万' go on to 万.
 * '時間' and '時間分' print a unit that is counted in sixties with the larger one: `19時間`, `13時間58分`.
 */
export type Scale =
  | '' | '千' | '万' | '十万' | '百万' | '千万' | '億' | '億万' | '十億' | '兆' | '兆億' | '兆億万'
  | '時間' | '時間分';

export type Qualifier =
  | 'about' // 約, およそ
  | 'roughly' // 概ね, おおむね
  | 'cumulative' // 延べ, のべ
  | 'in_principle' // 原則
  | 'approximately' // 程度
  | 'approximately_or_more' // 程度以上
  | 'over' // 超
  | 'or_more' // 以上
  | 'or_less' // 以下
  | 'under' // 未満
  | 'just_under' // 弱
  | 'just_over' // 強
  | 'band' // 台        70%台
  | 'band_low' // 台前半
  | 'band_mid' // 台半ば
  | 'band_high'; // 台後半

/** Why there is no figure. Zero is a figure: the sixth case. */
export type Absence =
  | 'not_yet' // まだ期限・集計前
  | 'not_carried_out' // 実施していない
  | 'not_applicable' // 制度・対象がない
  | 'not_published' // 公表されていない
  | 'lost'; // 原資料の抽出で失われた

export interface Absent {
  readonly absent: Absence;
}

export type Figure = Quantity | Absent;

export function isQuantity(figure: Figure): figure is Quantity {
  return !('absent' in figure);
}
