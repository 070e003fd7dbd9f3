import { fc } from '@fast-check/vitest';
import type { CallInput } from '../../shared/contract.ts';

// People with everything a shop can know of them, as random as people are.

type NewCustomer = CallInput<'customers.create'>;

const nasty = fc.constantFrom(
  '无',
  '-',
  '/',
  'none',
  'null',
  '=1+1',
  '+86 138 0000 2210',
  "'quoted",
  "''",
  '@sum',
  '－半角',
  'a|b \\ c',
  '第一行\n"第二"行, 完',
  '合计',
  'Total',
  '1.38E+10',
  '45413',
  '0012',
  '，；、',
  'ümlaut 😀 𠮷',
);
/** Trimmed text of 1 to `longest` characters, as the contract keeps it. */
export const text = (longest: number, isLine = false) =>
  fc
    .oneof(
      { weight: 2, arbitrary: nasty },
      { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: Math.min(20, longest) }) },
    )
    .map((said) =>
      (isLine ? said.replaceAll(/\s+/g, ' ') : said)
        .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\ufeff\ufffe\uffff]/g, '')
        .trim()
        .slice(0, longest)
        .trim(),
    )
    .filter((said) => said !== '');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

const two = (value: number): string => String(value).padStart(2, '0');
/** A day from 2000 to 2025: it has been, and exists. */
export const pastDay = fc
  .tuple(fc.integer({ min: 2000, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);

export const partialDate = fc.oneof(
  fc.record({
    calendar: fc.constant('solar' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2025 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
  }),
  fc.record({
    calendar: fc.constant('lunar' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2025 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.option(fc.integer({ min: 1, max: 30 })),
    isLeapMonth: fc.boolean(),
  }),
);

export const person: fc.Arbitrary<NewCustomer> = fc
  .record({
    name: text(60, true),
    gender: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
    birthday: maybe(partialDate),
    phone: maybe(fc.constantFrom('13800002210', '+86 139 1234 5678', '010-62345678', '13700000001')),
    wechat: maybe(text(60, true)),
    email: maybe(fc.constantFrom('a@example.com', '王@例.com')),
    statedAge: maybe(fc.record({ years: fc.integer({ min: 0, max: 130 }), on: pastDay })),
    occupation: maybe(text(60)),
    incomeBand: maybe(text(40)),
    education: maybe(text(40)),
    address: maybe(text(200)),
    region: maybe(text(60)),
    source: maybe(text(60)),
    isVip: maybe(fc.boolean()),
    vipReason: maybe(text(200)),
    needType: maybe(fc.constantFrom('function_led' as const, 'price_sensitive' as const, 'service_first' as const)),
    preferredChannel: maybe(fc.constantFrom('phone' as const, 'wechat' as const, 'sms' as const, 'in_store' as const)),
    contactFromHour: maybe(fc.integer({ min: 0, max: 11 })),
    contactToHour: maybe(fc.integer({ min: 12, max: 24 })),
    doNotContact: maybe(fc.boolean()),
    consentOn: maybe(pastDay),
    consentSource: maybe(text(60)),
    consentWithdrawnOn: maybe(pastDay),
    safetyNote: maybe(text(500)),
    likes: maybe(text(500)),
    motive: maybe(text(500)),
    needs: maybe(text(500)),
    usageHabits: maybe(text(500)),
    painPoints: maybe(text(500)),
    note: maybe(text(2000)),
    status: maybe(fc.constantFrom('prospect' as const, 'customer' as const, 'lost' as const)),
  })
  .map((said) =>
    Object.assign({ name: said.name }, Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))),
  );

export const thing = fc.oneof(
  fc.record({
    type: fc.constant('car' as const),
    name: text(60, true),
    fields: fc.constantFrom(
      [],
      [{ name: 'plate' as const, value: '粤B12345' }],
      [
        { name: 'plate' as const, value: '京A88888' },
        { name: 'model' as const, value: 'note: a|b' },
        { name: 'mileageKilometres' as const, value: '12000' },
      ],
    ),
    note: maybe(text(500)),
  }),
  fc.record({
    type: fc.constant('pet' as const),
    name: text(60, true),
    fields: fc.constantFrom([], [{ name: 'species' as const, value: 'dog' }]),
    birthDate: fc.option(partialDate),
    note: maybe(text(500)),
  }),
);

export const facts = fc.record({
  dates: fc.array(
    fc.record({
      kind: fc.constantFrom('anniversary' as const, 'other' as const),
      label: text(40, true),
      date: partialDate,
      leadDays: fc.option(fc.integer({ min: 0, max: 60 })),
    }),
    { maxLength: 2 },
  ),
  family: fc.array(
    fc.record({ name: text(60, true), relation: fc.constantFrom('', '女儿', '丈夫'), birthDate: fc.option(partialDate) }),
    { maxLength: 2 },
  ),
  contacts: fc.array(
    fc.record({
      type: fc.constantFrom('wechat' as const, 'qq' as const, 'social' as const, 'other' as const, 'mobile' as const),
      label: fc.constantFrom('', '抖音', '公司'),
      value: fc.integer({ min: 13_000_000_000, max: 13_999_999_999 }).map(String),
    }),
    { maxLength: 2 },
  ),
  things: fc.array(
    fc.record({
      thing,
      until: fc.array(
        fc.record({
          kind: fc.constantFrom('inspection' as const, 'vaccine' as const, 'insurance' as const),
          validUntil: pastDay,
          leadDays: fc.option(fc.integer({ min: 0, max: 365 })),
        }),
        {
          maxLength: 2,
        },
      ),
      isRetired: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  wishes: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('viewed' as const, 'tried' as const, 'asked' as const),
        name: text(80, true),
        on: pastDay,
      }),
      fc.record({
        kind: fc.constant('wanted' as const),
        name: text(80, true),
        on: pastDay,
        note: text(500),
        requirements: fc.array(fc.record({ label: fc.constantFrom('颜色', '尺寸'), value: text(200, true) }), { maxLength: 1 }),
        wantedBy: fc.option(pastDay),
      }),
    ),
    { maxLength: 2 },
  ),
  safety: fc.array(
    fc.record({
      kind: fc.constantFrom('allergy' as const, 'contraindication' as const, 'history' as const),
      what: text(80, true),
      severity: fc.option(fc.constantFrom('mild' as const, 'severe' as const)),
      sinceOn: fc.option(pastDay),
      note: fc.option(text(500)),
    }),
    { maxLength: 2 },
  ),
  tests: fc.array(
    fc.record({
      what: text(80, true),
      result: fc.constantFrom('pending' as const, 'pass' as const, 'fail' as const),
      doneOn: pastDay,
      validDays: fc.option(fc.integer({ min: 1, max: 400 })),
    }),
    { maxLength: 2 },
  ),
  tags: fc.uniqueArray(
    fc.record({
      group: fc.constantFrom('口味', '风格|x'),
      name: text(40, true),
      taggedOn: pastDay,
      source: fc.constantFrom('by_hand' as const, 'survey' as const),
    }),
    { maxLength: 3, selector: ({ group, name }) => `${group}${name}` },
  ),
  own: fc.record({
    size: fc.option(text(500)),
    weight: fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })),
    since: fc.option(pastDay),
    style: fc.option(fc.constantFrom(0, 1)),
    likes: fc.option(fc.subarray([0, 1])),
    isMember: fc.option(fc.boolean()),
    name: fc.option(text(500)),
  }),
  points: fc.integer({ min: 0, max: 5000 }),
  isOwned: fc.boolean(),
  inactive: fc.option(fc.record({ on: pastDay, reason: fc.option(text(200)) }), { freq: 3 }),
  referrer: fc.option(fc.nat({ max: 3 })),
});
export type PersonFacts = typeof facts extends fc.Arbitrary<infer Facts> ? Facts : never;
