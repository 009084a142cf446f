import type { Unit, Units } from '../../src/quantity/unit.ts';

const UNITS: readonly Unit[] = [
  { id: 'percent', kind: 'rate', label: { ja: { other: '%' }, en: { other: '%' } }, change: 'point' },
  {
    id: 'point',
    kind: 'point',
    label: { ja: { other: 'ポイント' }, en: { other: 'pp' } },
    aliases: ['pt', 'pts', '%ポイント'],
  },
  {
    id: 'establishment',
    kind: 'count',
    label: { ja: { other: '事業所' }, en: { one: 'establishment', other: 'establishments' } },
  },
  {
    id: 'person',
    kind: 'count',
    label: { ja: { other: '人' }, en: { one: 'person', other: 'people' } },
    aliases: ['名'],
  },
  {
    id: 'month',
    kind: 'count',
    label: { ja: { other: '月' }, en: { one: 'month', other: 'months' } },
    aliases: ['か月', 'ヶ月'],
  },
  { id: 'case', kind: 'count', label: { ja: { other: '件' }, en: { one: 'case', other: 'cases' } } },
  { id: 'time', kind: 'count', label: { ja: { other: '回' }, en: { one: 'time', other: 'times' } } },
  { id: 'office', kind: 'count', label: { ja: { other: '事務所' }, en: { one: 'office', other: 'offices' } } },
  { id: 'vehicle', kind: 'count', label: { ja: { other: '台' }, en: { one: 'vehicle', other: 'vehicles' } } },
  { id: 'day', kind: 'amount', label: { ja: { other: '日' }, en: { one: 'day', other: 'days' } } },
  {
    id: 'business_day',
    kind: 'amount',
    label: { ja: { other: '営業日' }, en: { one: 'business day', other: 'business days' } },
  },
  { id: 'yen', kind: 'amount', label: { ja: { other: '円' }, en: { other: '¥', prefix: true } } },
  {
    id: 'minute',
    kind: 'amount',
    label: { ja: { other: '分' }, en: { one: 'minute', other: 'minutes' } },
    sixty: {
      label: { ja: { larger: '時間', smaller: '分' }, en: { larger: 'h', smaller: 'min' } },
      aliases: ['hour', 'hours'],
    },
  },
  { id: 'multiple', kind: 'amount', label: { ja: { other: '倍' }, en: { other: '-fold' } } },
];

export const units: Units = new Map(UNITS.map((unit) => [unit.id, unit]));

/** With a unit for plain numbers, whose label is empty. */
export const unitsWithPlain: Units = new Map([
  ...units,
  ['plain', { id: 'plain', kind: 'count', label: { ja: { other: '' }, en: { other: '' } } }],
]);
