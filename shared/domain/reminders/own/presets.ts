import type { Words } from '../../things/types.ts';
import type { OwnRuleBase, OwnRuleTerms } from './types.ts';

// What shops of a trade usually call about (DOMAIN "Reminders and the daily list"; R098, R107, R108, R110): a start, which the owner changes.

export const presetTrades = ['any', 'hair', 'beauty', 'clothing', 'tea', 'baby', 'pets', 'optics'] as const;
export type PresetTrade = (typeof presetTrades)[number];

export const tradeNames: { readonly [Trade in PresetTrade]: Words } = {
  any: { 'zh-CN': '各行都用得上', en: 'Any trade' },
  hair: { 'zh-CN': '美发', en: 'Hair' },
  beauty: { 'zh-CN': '美容', en: 'Beauty' },
  clothing: { 'zh-CN': '服装', en: 'Clothing' },
  tea: { 'zh-CN': '茶叶', en: 'Tea' },
  baby: { 'zh-CN': '母婴', en: 'Mother and baby' },
  pets: { 'zh-CN': '宠物', en: 'Pets' },
  optics: { 'zh-CN': '眼镜', en: 'Optics' },
};

/** `base` holds no product: a category is a guess at the shop's own word for it. */
export interface RulePreset {
  readonly key: string;
  readonly trade: PresetTrade;
  readonly name: Words;
  readonly say: Words;
  readonly category: Words | null;
  readonly base: OwnRuleBase;
  readonly steps: readonly number[];
  readonly giveUpDays: number;
  readonly values: OwnRuleTerms['values'];
}

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });
const after: OwnRuleBase = { kind: 'after_purchase', productId: null, category: null };
const lasts = (daysPerUnit: number): OwnRuleBase => ({ kind: 'replenish', productId: null, category: null, daysPerUnit });
const stage = (bearer: 'family' | 'pet', months: number): OwnRuleBase => ({ kind: 'age_stage', bearer, months });

interface Terms {
  readonly base: OwnRuleBase;
  readonly steps: readonly number[];
  readonly giveUpDays: number;
  readonly category?: Words;
  readonly values?: OwnRuleTerms['values'];
}
const preset = (trade: PresetTrade, key: string, name: Words, say: Words, terms: Terms): RulePreset => ({
  category: null,
  values: [],
  ...terms,
  key: `${trade}.${key}`,
  trade,
  name,
  say,
});

export const rulePresets: readonly RulePreset[] = [
  preset(
    'any',
    'spring',
    words('春节问候', 'Spring Festival greeting'),
    words('给您拜年了，祝全家新春快乐！', 'A happy new year to you and your family!'),
    {
      base: { kind: 'festival', festival: 'spring_festival' },
      steps: [-3],
      giveUpDays: 4,
      values: ['high', 'middle'],
    },
  ),
  preset('any', 'moon', words('中秋问候', 'Mid-Autumn greeting'), words('中秋快乐，阖家团圆！', 'A happy Mid-Autumn Festival!'), {
    base: { kind: 'festival', festival: 'mid_autumn' },
    steps: [-3],
    giveUpDays: 4,
    values: ['high'],
  }),
  preset(
    'any',
    'year',
    words('来店满一年', 'A year with us'),
    words('您来我们店满一年了，谢谢一直照顾！', 'You have been with us for a year. Thank you!'),
    {
      base: { kind: 'first_visit', months: 12 },
      steps: [0],
      giveUpDays: 14,
    },
  ),
  preset(
    'any',
    'bought',
    words('买后回访', 'After a purchase'),
    words('上次买的用着怎么样？', 'How do you like what you bought?'),
    {
      base: after,
      steps: [7, 30],
      giveUpDays: 7,
    },
  ),
  preset(
    'hair',
    'colour',
    words('补染提醒', 'Roots touch-up'),
    words('发根差不多长出来了，要不要约个时间补一下？', 'The roots will be showing. Shall we book a touch-up?'),
    {
      base: after,
      category: words('染发', 'Colour'),
      steps: [45],
      giveUpDays: 14,
    },
  ),
  preset(
    'hair',
    'care',
    words('烫后护理', 'Care after a perm'),
    words('烫完有一阵了，过来做个护理会更好打理。', 'A treatment now keeps the perm in shape.'),
    {
      base: after,
      category: words('烫发', 'Perm'),
      steps: [21],
      giveUpDays: 14,
    },
  ),
  preset(
    'beauty',
    'series',
    words('护理到期', 'Next treatment'),
    words('上次护理过去一个月了，约一下这个月的？', 'It has been a month. Shall we book the next treatment?'),
    {
      base: after,
      category: words('护理', 'Treatment'),
      steps: [28],
      giveUpDays: 14,
    },
  ),
  preset(
    'beauty',
    'cream',
    words('面霜用完', 'Cream used up'),
    words('面霜快用完了吧？到店给您留一瓶。', 'Your cream must be nearly used up. Shall we keep one for you?'),
    {
      base: lasts(45),
      category: words('面霜', 'Cream'),
      steps: [-5],
      giveUpDays: 14,
    },
  ),
  preset(
    'clothing',
    'season',
    words('换季上新', 'New season'),
    words('换季的新款到了，有您喜欢的风格，来看看？', 'The new season is in, and some of it is your style.'),
    {
      base: { kind: 'festival', festival: 'autumn_begins' },
      steps: [-7],
      giveUpDays: 8,
      values: ['high', 'middle'],
    },
  ),
  preset(
    'clothing',
    'wear',
    words('衣服穿着怎么样', 'How it wears'),
    words('衣服穿着合身吗？不合身可以拿来改。', 'Does it fit well? We can alter it.'),
    {
      base: after,
      steps: [5],
      giveUpDays: 7,
    },
  ),
  preset(
    'tea',
    'drunk',
    words('茶快喝完', 'Tea runs low'),
    words('茶快喝完了吧？新到的给您留一份。', 'Your tea must be running low. Shall we keep some for you?'),
    {
      base: lasts(30),
      category: words('茶叶', 'Tea'),
      steps: [-5],
      giveUpDays: 14,
    },
  ),
  preset(
    'tea',
    'qingming',
    words('明前新茶', 'First tea of spring'),
    words('今年的明前茶到了，给您留了一点尝尝。', 'The first tea of spring is here; we kept some for you.'),
    {
      base: { kind: 'festival', festival: 'qingming' },
      steps: [-5],
      giveUpDays: 6,
      values: ['high', 'middle'],
    },
  ),
  preset(
    'baby',
    'solid',
    words('满 6 个月添辅食', 'Six months: first solid food'),
    words(
      '宝宝快六个月了，可以开始添辅食，来店里帮您配一套。',
      'Six months is the time for first solid food. We can put a set together.',
    ),
    {
      base: stage('family', 6),
      steps: [-7],
      giveUpDays: 21,
    },
  ),
  preset(
    'baby',
    'walk',
    words('满 1 岁学步', 'One year: first steps'),
    words('宝宝快一岁了，学步鞋和三段奶粉可以备起来了。', 'Nearly one year old: time for first shoes.'),
    {
      base: stage('family', 12),
      steps: [-7],
      giveUpDays: 21,
    },
  ),
  preset(
    'baby',
    'milk',
    words('奶粉快吃完', 'Milk powder runs out'),
    words('奶粉差不多吃完了吧？给您留两罐？', 'The milk powder must be nearly finished. Shall we keep two tins?'),
    {
      base: lasts(7),
      category: words('奶粉', 'Milk powder'),
      steps: [-3],
      giveUpDays: 10,
    },
  ),
  preset(
    'pets',
    'adult',
    words('满 1 岁换成年粮', 'One year: adult food'),
    words('快一岁了，可以慢慢换成年粮了。', 'Nearly one year old: time to change to adult food.'),
    {
      base: stage('pet', 12),
      steps: [-7],
      giveUpDays: 21,
    },
  ),
  preset(
    'pets',
    'food',
    words('粮快吃完', 'Food runs out'),
    words('家里的粮快吃完了吧？给您留一袋？', 'The food must be nearly finished. Shall we keep a bag?'),
    {
      base: lasts(30),
      category: words('主粮', 'Food'),
      steps: [-5],
      giveUpDays: 14,
    },
  ),
  preset(
    'pets',
    'groom',
    words('该洗澡了', 'Time for grooming'),
    words('上次洗澡过去三周了，约个时间？', 'It has been three weeks. Shall we book grooming?'),
    {
      base: after,
      category: words('洗护', 'Grooming'),
      steps: [21],
      giveUpDays: 10,
    },
  ),
  preset(
    'optics',
    'fit',
    words('新镜回访', 'New glasses'),
    words('新眼镜戴着舒服吗？松紧可以免费调。', 'Are the new glasses comfortable? We adjust them free of charge.'),
    {
      base: after,
      steps: [7],
      giveUpDays: 7,
    },
  ),
  preset(
    'optics',
    'check',
    words('半年复查视力', 'Eyes checked again'),
    words('配镜半年了，来复查一下度数。', 'It has been half a year: time to check the eyes again.'),
    {
      base: after,
      steps: [180, 365],
      giveUpDays: 30,
    },
  ),
];
