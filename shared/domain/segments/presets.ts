import type { Words } from '../things/types.ts';
import type { SegmentCondition, SegmentFigure, SegmentFlag, SegmentGroup } from './conditions.ts';

// Segments that shops usually want (R031): a start, which the owner changes.

export interface SegmentPreset {
  readonly key: string;
  readonly name: Words;
  readonly tree: SegmentGroup;
}

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });
const least = (figure: SegmentFigure, min: number): SegmentCondition => ({ test: 'figure', figure, min, max: null });
const most = (figure: SegmentFigure, max: number): SegmentCondition => ({ test: 'figure', figure, min: null, max });
const flag = (name: SegmentFlag, is = true): SegmentCondition => ({ test: 'flag', flag: name, is });
const all = (...items: SegmentGroup['items']): SegmentGroup => ({ test: 'group', match: 'all', items });
const any = (...items: SegmentGroup['items']): SegmentGroup => ({ test: 'group', match: 'any', items });
const value = (...values: string[]): SegmentCondition => ({ test: 'one_of', attribute: 'value', values, is: true });

export const segmentPresets: readonly SegmentPreset[] = [
  {
    key: 'birthday',
    name: words('快过生日的高价值顾客', 'High value, birthday soon'),
    tree: all(value('high'), most('days_to_birthday', 14)),
  },
  {
    key: 'away',
    name: words('以前常来，三个月没来', 'Came often, away for three months'),
    tree: all(least('visits', 5), least('days_since_visit', 90), flag('booked', false)),
  },
  {
    key: 'overdue',
    name: words('比平时晚了还没约', 'Later than usual, not booked'),
    tree: all(flag('overdue'), flag('booked', false), flag('may_be_called')),
  },
  {
    key: 'once',
    name: words('只买过一次', 'Bought once'),
    tree: all({ test: 'figure', figure: 'purchase_days', min: 1, max: 1 }, least('days_since_purchase', 14)),
  },
  { key: 'never', name: words('建了档还没消费', 'Known, never bought'), tree: all(most('purchase_days', 0)) },
  {
    key: 'stored',
    name: words('有储值但好久没来', 'Money stored, long away'),
    tree: all(least('stored_value', 100_00), least('days_since_visit', 60)),
  },
  {
    key: 'unused',
    name: words('手里有券或次卡没用', 'A coupon or card unused'),
    tree: all(any(least('coupons', 1), least('count_card_uses', 1)), least('days_since_visit', 30)),
  },
  {
    key: 'points',
    name: words('积分不少，可以来兑换', 'Many points to redeem'),
    tree: all(least('points', 1000), least('days_since_visit', 30)),
  },
  {
    key: 'brings',
    name: words('带过朋友来的', 'Brought friends'),
    tree: all(least('brought', 1)),
  },
  {
    key: 'care',
    name: words('出过问题的高价值顾客', 'High value, something went wrong'),
    tree: all(value('high', 'middle'), any(flag('open_incident'), least('incidents', 1))),
  },
];
