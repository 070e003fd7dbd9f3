import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';

/** What the invented shop sells. */
export interface DemoProduct {
  readonly name: string;
  readonly category: string;
  readonly priceCents: Cents;
  readonly costCents: Cents;
  readonly isService: boolean;
  /** After how many days it is due again; null when that says nothing. */
  readonly cycleDays: number | null;
  /** Share among visits, by who usually takes it. */
  readonly weight: { readonly female: number; readonly male: number };
}

const product = (
  name: string,
  category: string,
  price: number,
  cost: number,
  cycleDays: number | null,
  female: number,
  male: number,
): DemoProduct => ({
  name,
  category,
  priceCents: cents(price * 100),
  costCents: cents(cost * 100),
  isService: category !== '产品',
  cycleDays,
  weight: { female, male },
});

/** Price and cost in yuan, days until due again, and the weight among women and men. */
export const demoProducts: readonly DemoProduct[] = [
  product('洗剪吹(总监)', '剪发', 88, 12, 35, 16, 12),
  product('洗剪吹(发型师)', '剪发', 58, 9, 30, 18, 40),
  product('儿童剪发', '剪发', 30, 5, 30, 5, 4),
  product('洗吹造型', '洗吹', 38, 6, null, 18, 4),
  product('冷烫', '烫发', 298, 62, 120, 3, 1),
  product('热烫', '烫发', 468, 95, 150, 4, 1),
  product('全头染发', '染发', 328, 78, 60, 7, 2),
  product('补染发根', '染发', 168, 36, 35, 8, 3),
  product('植物染发', '染发', 398, 110, 60, 2, 1),
  product('头皮护理', '护理', 168, 30, 21, 6, 5),
  product('水疗护发', '护理', 128, 24, 21, 7, 1),
  product('补水面护', '美容', 198, 38, 28, 5, 1),
  product('深层清洁', '美容', 158, 30, 28, 3, 2),
  product('修眉', '美容', 30, 3, 21, 4, 1),
  product('纯色美甲', '美甲', 98, 18, 25, 6, 0.1),
  product('款式美甲', '美甲', 168, 32, 25, 4, 0.1),
  product('氨基酸洗发水', '产品', 88, 42, 60, 3, 2),
  product('修护发膜', '产品', 128, 58, 60, 3, 0.3),
  product('护发精油', '产品', 98, 45, 90, 2, 0.2),
  product('造型发蜡', '产品', 78, 33, 90, 0.2, 3),
];
