/** Why a text is not a figure. The sentences are made elsewhere, in two languages. */
export type QuantityProblemCode =
  | 'empty' // nothing, or only spaces
  | 'ambiguous_dash' // － alone: which absence is meant?
  | 'no_number' // 未定
  | 'long_text' // no figure any more, but a text
  | 'word_twice' // 約約97万人
  | 'leading_text' // 合計100人
  | 'bad_decimal_comma' // 6,4%
  | 'bad_grouping' // 1,23,456
  | 'bad_point' // 6・4%, .5%, 72.%
  | 'double_point' // 14..3
  | 'leading_zero' // 007件
  | 'too_long' // more than thirty digits
  | 'bad_sign' // ー0.3%, ±3件, ▲-3件
  | 'unknown_scale' // 5bn, 3百件
  | 'scale_order' // 4億18兆円, 1万14,533人
  | 'inner_decimal' // 1.5兆300億円
  | 'bad_clock' // 13:75, 13時間75分, 13:5
  | 'missing_unit' // 72.0
  | 'unknown_unit' // 72.0フィート
  | 'range' // 10～20人
  | 'trailing_text'; // 72.0%です

export interface QuantityProblem {
  readonly code: QuantityProblemCode;
  /** Where the wrong characters stand in the text, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** The wrong characters, as they were typed. */
  readonly found: string;
  /** The whole text, repaired, where the repair is beyond doubt: `6,4%` → `6.4%`. */
  readonly suggestion?: string;
}
