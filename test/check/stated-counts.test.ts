import { describe, expect, test } from 'vitest';
import { miscounts } from '../../src/check/stated-counts.ts';

const told = (text: string) => miscounts(text).map(({ stated, listed, line }) => [stated, listed, line]);

describe('a text that counts', () => {
  test.each<[string, [number, number, number][]]>([
    ['はじめに。\n次の３項目です。\n- 一\n- 二', [[3, 2, 1]]],
    ['以下の四つの施策\n1. a\n2. b\n3. c\n4. d\n5. e', [[4, 5, 0]]],
    ['The following two steps:\n- a\n- b\n- c', [[2, 3, 0]]],
    ['対象は三つの届書です（資格取得届、資格喪失届）。', [[3, 2, 0]]],
    ['組織、技術の三つの面で守ります。', [[3, 2, 0]]],
    ['対象は4項目の条件です（安全、安心及び快適）。', [[4, 2, 0]]],
  ])('wrongly: %s', (text, found) => expect(told(text)).toEqual(found));

  test.each([
    '次の2項目です。\n- 一\n  続き\n- 二\n終わり。',
    '次の取組です。\n- 一\n- 二',
    '次の3項目は別表にあります。',
    '対象は三つの届書です（資格取得届、資格喪失届など）。',
    '組織、技術、業務運営の三つの面',
    '期間を延ばした場合も、電話、はがき、訪問の三つの方法で',
    '窓口相談、バックヤード（内部事務）、年金審査の三つの業務',
    'その結果、この20か所の率は上がりました。',
    '本部と拠点の二つの組織、',
    '次の2項目です。\n- 一\n\n- 二',
    '以下の5項目のうち2項目を行いました。\n- 一\n- 二',
    '東京、大阪の5か所の窓口で受け付けます。',
    '国語、算数の4項目を調べました。',
    '対象は3項目の条件です（安全、安心及び快適）。',
    '窓口は5か所の施設（本庁、支所）です。',
    '7項目の目標（うち重点3項目、新規2項目）を定めました。',
    'In three steps people were told:\n\n- a',
  ])('not: %s', (text) => expect(told(text)).toEqual([]));
});
