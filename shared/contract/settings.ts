import { z } from 'zod';
import { MOST_PENDING_DAYS } from '../domain/loyalty/pending.ts';
import { defaultCareWeights } from '../domain/care/fields.ts';
import { storedSpendOrders } from '../domain/storedValue/spending.ts';
import { spendingProofs } from '../domain/wallet/spendingProof.ts';
import { intakeFieldSchema } from './intakeFields.ts';
import { plainText } from './masking.ts';
import { axisSchema, groupSchema } from './movement.ts';
import { command, query, study } from './operation.ts';
import { LONGEST_SHARE_TEXT, shareTextProblem } from '../domain/referrals/share.ts';
import { tierBases } from '../domain/loyalty/tiers.ts';
import { MOST_LEAD_DAYS, defaultLeadDays } from '../domain/things/expiring.ts';
import { slipPaperSchema } from './printing.ts';
import { centsSchema, countSchema, couponTypeIdSchema, emptySchema, instantSchema, lineSchema, jobFields } from './values.ts';

const months = z.int().min(1).max(60);
const days = z.int().min(0).max(730);
const leadDays = z.int().min(0).max(MOST_LEAD_DAYS);
const score = z.int().min(2).max(5);
const weight = z.int().min(0).max(100);

/** Zones found known: a DateTimeFormat takes the better part of a millisecond to make, and settings are read with every command. */
const knownTimeZones = new Set<string>();

/** Whether the running platform knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownTimeZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/** Everything the shop can set (DOMAIN names where each comes from). */
export const shopSettingsSchema = z.strictObject({
  shopName: plainText(z.string().trim().max(40)),
  language: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  /** ISO 4217 code; decides only how money is shown. */
  currency: z.enum(['CNY', 'HKD', 'TWD', 'MOP', 'SGD', 'MYR', 'USD', 'EUR', 'GBP']),
  timeZone: plainText(z.string().max(60).refine(isTimeZone, { error: 'time_zone_unknown' })),
  /** The hour at which the business day turns. */
  dayTurnHour: z.int().min(0).max(12),
  /** The first customer number given; later ones go on from the highest in use. */
  firstCustomerNumber: z.int().min(1).max(99_999_999),
  /** Points earned per 100 units of money (10 = one point per 10 yuan). Fractions of a point are dropped. */
  pointsPerHundred: z.int().min(0).max(10_000),
  pointsMayGoNegative: z.boolean(),
  /** Points for coming by, once a day, and for signing up with a phone; 0 gives none (X61). */
  checkInPoints: z.int().min(0).max(10_000),
  signUpPoints: z.int().min(0).max(100_000),
  /** A coupon of a kind for signing up, besides. */
  signUpCouponType: couponTypeIdSchema.nullable(),
  /** From so many earnings of one customer on one day on the owner is told; never settable below 2 (X66). */
  unusualEarnings: z.int().min(2).max(100),
  /** Whether points lapse: never, so many months after they came in, at the end of a year, or so many months after the last purchase. */
  pointsExpiry: z.enum(['none', 'months', 'year_end', 'idle']),
  pointsExpiryMonths: z.int().min(1).max(120),
  /** 0 is the end of the year in which they came in. */
  pointsExpiryYears: z.int().min(0).max(10),
  /** So many points pay one unit of money; 0: points do not pay. */
  pointsPerMoneyUnit: z.int().min(0).max(100_000),
  /** At most this share of a bill can be paid with points, in percent. */
  pointsShareLimit: z.int().min(1).max(100),
  /** At most so many points for one bill; 0 is no limit (X62). */
  pointsMostPerVisit: z.int().min(0).max(1_000_000),
  /** So many points become one unit of money in stored value; 0: they do not (X62). */
  pointsPerStoredUnit: z.int().min(0).max(99_999),
  /** So many days after a visit its points are spendable; 0 is at once (X62). */
  pointsPendingDays: z.int().min(0).max(MOST_PENDING_DAYS),
  /** Which of principal and gift stored value is spent first (DOMAIN "Prepaid"). */
  storedSpendOrder: z.enum(storedSpendOrders),
  /** Whether points are earned on what the gift of stored value paid. */
  giftEarnsPoints: z.boolean(),
  /** Who earns at a visit that somebody else's purse pays for: whoever visits, or whose purse it is (X55). */
  sharedVisitEarner: z.enum(['visitor', 'owner']),
  /** Whether the money of a return may become stored value instead of being paid out (X60). */
  returnsMayBeStored: z.boolean(),
  /** Whether a visit can be put on account (X50), how much one may owe and for how many days unless something else is set for them. */
  isOnAccount: z.boolean(),
  creditLimitCents: centsSchema,
  creditTermDays: z.int().min(0).max(3650),
  /** Whether what is put on account earns points at once; else it earns none. */
  creditEarnsPoints: z.boolean(),
  /** What whoever spends stored value, points or uses of a card is asked for, and from which worth of them on (X53). */
  spendingProof: z.enum(spendingProofs),
  spendingProofFromCents: centsSchema,
  /** What the desk may grant in coupons without asking: one at a time, and by each person in a month (R177). */
  grantMostCents: centsSchema,
  grantMonthCents: centsSchema,
  /** Whether gifts, samples and other acts are written down, and for which reasons, a line each; none is those of the program (R086). */
  keepsGifts: z.boolean(),
  giftReasons: plainText(z.string().trim().max(600)),
  /** Whether customers leave things with the shop and take them out in parts (X51). */
  keepsGoods: z.boolean(),
  /** So many days before a paid membership ends its renewal is thought of (X57). */
  membershipAheadDays: z.int().min(0).max(366),
  /** What counts towards a tier: money, points, days with a purchase, or growth (R075, X63). */
  tierBasis: z.enum(tierBases),
  /** Growth for every hundred units of money, for a visit, for a day with one; and the most that a day brings, 0 without limit. */
  growthPerHundred: z.int().min(0).max(10_000),
  growthPerVisit: z.int().min(0).max(10_000),
  growthPerDay: z.int().min(0).max(10_000),
  growthDayCap: z.int().min(0).max(1_000_000),
  /** What the last so many months brought; 0 is everything. With terms of a calendar year it is that year. */
  tierWindowMonths: z.int().min(0).max(60),
  /** How long a tier holds before the review: without end, so many months, or to the end of the next calendar year (X63). */
  tierTerm: z.enum(['none', 'rolling', 'year']),
  tierTermMonths: months,
  /** A return that takes the purchases away which led to a tier takes the tier too, at once. */
  tierDropsAtReturn: z.boolean(),
  /** From when on the score takes a year for full, in days with a purchase and in money; and from which score on somebody comes first (R089). */
  loyaltyScoreDays: z.int().min(1).max(366),
  loyaltyScoreCents: centsSchema.refine((amount) => amount > 0, { error: 'amount_zero' }),
  loyaltyScorePriority: z.int().min(1).max(100),
  /** Spend of the last 12 months for the high and the middle class (R021); null takes the shop's 80th and 50th percentile. */
  valueHighCents: centsSchema.nullable(),
  valueMiddleCents: centsSchema.nullable(),
  /** Months since the last interaction of any kind (R022). */
  activeMonths: months,
  semiActiveMonths: months,
  /** Months without a purchase (R029). */
  dormantMonths: months,
  /** Months without a purchase after which dormant people are no longer brought up. */
  giveUpMonths: months,
  rfmWindowMonths: months,
  rfmMethod: z.enum(['auto', 'quintile', 'fixed']),
  /** Scores from which a customer counts as near, often and much in the eight Chinese groups. */
  rfm8Scores: z.strictObject({ recency: score, frequency: score, money: score }),
  /** From so many per cent less than in the three months before, spend counts as falling (R170). */
  fallingSpendPercent: z.int().min(10).max(90),
  birthdayAheadDays: z.int().min(0).max(60),
  /** Days ahead at which coupons, cards and points that lapse are brought up, points from so many on (X09). */
  lapsingAheadDays: z.int().min(0).max(90),
  lapsingLeastPoints: z.int().min(1).max(1_000_000),
  /** Where the leap month exists this year, which of the two months a birthday in it counts in. */
  lunarLeapBirthday: z.enum(['plain_month', 'leap_month']),
  /** When a 29 February is celebrated in common years. */
  feb29Birthday: z.enum(['feb_28', 'mar_1']),
  followUpAfterDays: z.int().min(1).max(60),
  /** Longest time without any contact, by value class (R100); 0 switches it off. */
  silenceHighDays: days,
  silenceMiddleDays: days,
  silenceLowDays: days,
  /** People to call a day. */
  dailyCapacity: z.int().min(1).max(200),
  /** Tries without an answer after which a reason is dropped. */
  maximumAttempts: z.int().min(1).max(10),
  /** What each fact counts in the score of completeness and reliability (R186); only the proportion matters. */
  careWeights: z.strictObject({
    name: weight,
    phone: weight,
    birthday: weight,
    consentOn: weight,
    wechat: weight,
    likes: weight,
    region: weight,
    gender: weight,
    preferredChannel: weight,
  }),
  /** Months for which a confirmed fact counts as confirmed (R183). */
  careVerifiedMonths: months,
  /** Months after which a consent is old and should be asked anew (R185). */
  careConsentMonths: months,
  /** Days for which nothing is asked after "not now" (X39). */
  careAskAgainDays: z.int().min(1).max(365),
  /** People on the list of a quarterly check (R183): what the shop can do in a quarter. */
  careCheckSize: z.int().min(1).max(200),
  /** Points for an updated profile (R188); 0 gives none. */
  profileRewardPoints: z.int().min(0).max(100_000),
  /** Months before an updated profile earns points again. */
  profileRewardMonths: months,
  /** The score a profile must reach for them. */
  profileRewardScore: z.int().min(0).max(100),
  /** What customers are asked for on the facing window (X39). */
  intakeFields: z.array(intakeFieldSchema).min(1).max(10),
  /** The hours that the diary shows at first (R049). */
  diaryFromHour: z.int().min(0).max(23),
  diaryToHour: z.int().min(1).max(24),
  /** Cancelled with fewer hours left than this is late (X34); 0: only once it has begun. */
  lateCancelHours: z.int().min(0).max(168),
  /** From so many no-shows on a deposit is asked (X34); 0 never asks. */
  depositAfterNoShows: z.int().min(0).max(20),
  depositCents: centsSchema,
  /** Whether whose turn it is decides who serves the next in the queue (排钟); otherwise whoever is free. */
  queueByTurns: z.boolean(),
  /** Minutes without a key or a click after which the desk locks itself; 0 never does (R192). */
  autoLockMinutes: z.int().min(0).max(240),
  /** Days for which a walk-in's visit can be claimed with its receipt (X29). */
  walkInClaimDays: z.int().min(0).max(365),
  /** A timed service is charged in steps of so many minutes (X30). */
  timingStepMinutes: z.int().min(1).max(60),
  /** What stands at the foot of every receipt: address, telephone, thanks. */
  receiptFooter: plainText(z.string().trim().max(200)),
  receiptPaper: slipPaperSchema,
  /** Every visit that is saved prints its receipt on the system's usual printer. */
  receiptAtOnce: z.boolean(),
  /** Photos and files of the whole shop may have so many megabytes together (X25). */
  attachmentQuotaMegabytes: z.int().min(10).max(100_000),
  /** A backup each day, and one when the program is closed, to the usual place when it is here. */
  backupDaily: z.boolean(),
  backupAtClosing: z.boolean(),
  /** Days without a proven backup after which the shop is reminded. */
  backupStaleDays: z.int().min(1).max(90),
  /** Where customers come from, in the shop's words (R091); null is what is on offer. */
  customerSources: z
    .array(plainText(lineSchema(60)))
    .max(40)
    .overwrite((sources) => [...new Set(sources)])
    .nullable(),
  /** What regulars who speak for the shop are called (R094); empty is a shop without them. */
  advocateTitle: plainText(z.string().trim().max(20)),
  /** Whether customers get codes by which they are named as those who bring, and what they pass on with it; none is the usual text (R096). */
  referralCodes: z.boolean(),
  referralShareText: plainText(
    z
      .string()
      .trim()
      .max(LONGEST_SHARE_TEXT)
      .refine((text) => shareTextProblem(text) !== 'share_place_unknown', { error: 'share_place_unknown' })
      .refine((text) => shareTextProblem(text) !== 'share_without_code', { error: 'share_without_code' }),
  ),
  /** Whether bringing somebody is rewarded (R078, R093), for which purchase, how soon, and how often a month at most; 0 is no limit. */
  referralsPaid: z.boolean(),
  referralLeastCents: centsSchema,
  referralWithinDays: z.int().min(1).max(730),
  referralMostPerMonth: z.int().min(0).max(1000),
  /** What whoever brings and whoever comes gets: points, a coupon of a kind, or both. */
  referrerPoints: z.int().min(0).max(100_000),
  referrerCouponType: couponTypeIdSchema.nullable(),
  newcomerPoints: z.int().min(0).max(100_000),
  newcomerCouponType: couponTypeIdSchema.nullable(),
  /** Which rules run. */
  reminderRules: z.strictObject({
    birthday: z.boolean(),
    follow_up: z.boolean(),
    overdue: z.boolean(),
    dormant: z.boolean(),
    silence: z.boolean(),
    /** Facts not confirmed this quarter are asked about when somebody is called anyway (R183). */
    data_check: z.boolean().default(true),
    /** A booking that came to nothing (X07), what lapses, what is owed (X09). */
    missed: z.boolean().default(true),
    lapsing: z.boolean().default(true),
    debt: z.boolean().default(true),
    /** An order that is ready (X11). */
    waiting: z.boolean().default(true),
    /** What runs out (X21). A store of before it keeps its other choices. */
    expiring: z.boolean().default(true),
  }),
  /** Days ahead at which what runs out is brought up, by kind (X21). */
  expiringLeadDays: z.strictObject({
    vaccine: leadDays,
    deworming: leadDays,
    inspection: leadDays,
    insurance: leadDays,
    vehicle_tax: leadDays,
    maintenance: leadDays,
    eye_recheck: leadDays,
    warranty: leadDays,
    other: leadDays,
  }),
});
export type ShopSettings = z.output<typeof shopSettingsSchema>;

/** Changes: an absent field stays as it is. */
export const settingsChangesSchema = shopSettingsSchema.partial();

/** The settings of a shop that has changed nothing. */
export const defaultSettings: ShopSettings = shopSettingsSchema.parse({
  shopName: '',
  language: 'zh-CN',
  colorScheme: 'auto',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  dayTurnHour: 4,
  firstCustomerNumber: 10_001,
  pointsPerHundred: 10,
  pointsMayGoNegative: true,
  checkInPoints: 0,
  signUpPoints: 0,
  signUpCouponType: null,
  unusualEarnings: 5,
  pointsExpiry: 'none',
  pointsExpiryMonths: 12,
  pointsExpiryYears: 1,
  pointsPerMoneyUnit: 0,
  pointsShareLimit: 100,
  pointsMostPerVisit: 0,
  pointsPerStoredUnit: 0,
  pointsPendingDays: 0,
  storedSpendOrder: 'proportion',
  giftEarnsPoints: false,
  sharedVisitEarner: 'visitor',
  returnsMayBeStored: false,
  isOnAccount: false,
  creditLimitCents: 500_00,
  creditTermDays: 30,
  creditEarnsPoints: true,
  spendingProof: 'off',
  spendingProofFromCents: 200_00,
  grantMostCents: 50_00,
  grantMonthCents: 500_00,
  keepsGifts: false,
  keepsGoods: false,
  membershipAheadDays: 30,
  giftReasons: '',
  tierBasis: 'spend',
  growthPerHundred: 100,
  growthPerVisit: 0,
  growthPerDay: 0,
  growthDayCap: 0,
  tierWindowMonths: 12,
  tierTerm: 'rolling',
  tierTermMonths: 12,
  tierDropsAtReturn: true,
  loyaltyScoreDays: 12,
  loyaltyScoreCents: 3000_00,
  loyaltyScorePriority: 70,
  valueHighCents: null,
  valueMiddleCents: null,
  activeMonths: 3,
  semiActiveMonths: 6,
  dormantMonths: 6,
  giveUpMonths: 24,
  rfmWindowMonths: 12,
  rfmMethod: 'auto',
  rfm8Scores: { recency: 4, frequency: 4, money: 4 },
  fallingSpendPercent: 40,
  birthdayAheadDays: 3,
  lapsingAheadDays: 14,
  lapsingLeastPoints: 100,
  lunarLeapBirthday: 'leap_month',
  feb29Birthday: 'feb_28',
  followUpAfterDays: 3,
  silenceHighDays: 60,
  silenceMiddleDays: 120,
  silenceLowDays: 0,
  dailyCapacity: 20,
  maximumAttempts: 3,
  diaryFromHour: 9,
  diaryToHour: 21,
  lateCancelHours: 24,
  depositAfterNoShows: 0,
  depositCents: 50_00,
  queueByTurns: false,
  autoLockMinutes: 10,
  walkInClaimDays: 30,
  timingStepMinutes: 15,
  receiptFooter: '',
  receiptPaper: '58mm',
  receiptAtOnce: false,
  attachmentQuotaMegabytes: 2000,
  backupDaily: true,
  backupAtClosing: true,
  backupStaleDays: 7,
  customerSources: null,
  advocateTitle: '',
  referralCodes: false,
  referralShareText: '',
  referralsPaid: false,
  referralLeastCents: 100_00,
  referralWithinDays: 60,
  referralMostPerMonth: 10,
  referrerPoints: 100,
  referrerCouponType: null,
  newcomerPoints: 50,
  newcomerCouponType: null,
  reminderRules: {
    birthday: true,
    follow_up: true,
    overdue: true,
    dormant: true,
    silence: true,
    expiring: true,
    data_check: true,
    missed: true,
    lapsing: true,
    debt: true,
    waiting: true,
  },
  expiringLeadDays: defaultLeadDays,
  careWeights: defaultCareWeights,
  careVerifiedMonths: 12,
  careConsentMonths: 24,
  careAskAgainDays: 30,
  careCheckSize: 40,
  profileRewardPoints: 0,
  profileRewardMonths: 12,
  profileRewardScore: 60,
  intakeFields: ['name', 'phone', 'birthday', 'likes', 'consent'],
} satisfies z.input<typeof shopSettingsSchema>);

/** By what the classes are told apart (R021, R022, R029): takes them out of all the settings. */
export const thresholdsSchema = shopSettingsSchema
  .pick({
    valueHighCents: true,
    valueMiddleCents: true,
    activeMonths: true,
    semiActiveMonths: true,
    dormantMonths: true,
    giveUpMonths: true,
    rfmWindowMonths: true,
    rfmMethod: true,
    rfm8Scores: true,
  })
  .strip();

export const settingsContract = {
  get: query({ permission: 'session.own', audit: 'none', masks: 'none', input: emptySchema, output: shopSettingsSchema }),
  update: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ changes: settingsChangesSchema }),
    output: z.object({ settings: shopSettingsSchema, before: settingsChangesSchema }),
  }),
  /** Whether the clock is behind the last entry, and by which two times that shows. */
  clock: query({
    permission: 'session.own',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({ now: instantSchema, lastAt: instantSchema.nullable(), isBehind: z.boolean() }),
  }),
  /** The clock is right: what bears a later time was written while it ran ahead. */
  confirmClock: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: emptySchema,
    output: emptySchema,
  }),
  /** How many people each threshold would move, before it is saved. */
  previewThresholds: query({
    permission: 'settings.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ dormantMonths: months, activeMonths: months, semiActiveMonths: months }),
    output: z.object({ dormant: countSchema, active: countSchema, semiActive: countSchema, inactive: countSchema }),
  }),
  /**
   * How many people every threshold would move, from which group to which, before it is saved (R021, R022, R029). Errors: bad_input
   * (thresholds out of order), cancelled.
   */
  previewMoves: study({
    permission: 'settings.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ ...thresholdsSchema.shape, ...jobFields }),
    output: z.object({
      /** Everybody who is in a group, and those of them who would change one. */
      people: countSchema,
      moved: countSchema,
      axes: z.array(
        z.object({
          axis: axisSchema,
          /** Most people first. */
          moves: z.array(z.object({ before: groupSchema, after: groupSchema, count: countSchema })),
        }),
      ),
    }),
  }),
  /** Fills an empty store with an invented neighbourhood shop; refused when the store holds anyone. */
  createDemo: command({
    permission: 'settings.write',
    audit: 'settings',
    masks: 'none',
    input: z.strictObject({ customers: z.int().min(1).max(100_000).default(300), seed: z.int().min(1).default(20_261) }),
    output: z.object({ customers: countSchema, visits: countSchema }),
  }),
};
