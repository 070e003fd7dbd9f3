import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { settingsChangesSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { expiringDefinitions } from '../../../shared/domain/things/expiring.ts';

type Changes = z.output<typeof settingsChangesSchema>;
type Language = 'zh-CN' | 'en';

export interface LineWording {
  readonly t: TFunction;
  readonly language: Language;
  readonly money: (cents: number) => string;
}

/** One setting with what it was and what it became, as the settings page words it. */
interface Change {
  readonly sentence: string;
  readonly before: string;
  readonly after: string;
}

/** The sentences of the settings page, in which `[]` is where the value stands; the rest are names. */
const sentences = {
  shopName: 'settings.shop.name',
  language: 'settings.shop.language',
  colorScheme: 'settings.shop.look',
  currency: 'settings.shop.currency',
  timeZone: 'settings.shop.timeZone',
  dayTurnHour: 'settings.shop.dayTurn',
  firstCustomerNumber: 'settings.shop.firstNumber',
  autoLockMinutes: 'settings.shop.autoLock',
  attachmentQuotaMegabytes: 'settings.shop.attachmentQuota',
  walkInClaimDays: 'settings.shop.walkInClaim',
  timingStepMinutes: 'settings.shop.timingStep',
  receiptFooter: 'printing.settings.footer',
  receiptPaper: 'printing.settings.paper',
  receiptAtOnce: 'printing.settings.atOnce',
  pointsPerHundred: 'settings.points.rate',
  pointsMayGoNegative: 'settings.points.negative',
  checkInPoints: 'settings.points.checkIn',
  signUpPoints: 'settings.points.signUp',
  signUpCouponType: 'settings.points.signUpCoupon',
  pointsExpiry: 'settings.points.expiry',
  pointsExpiryMonths: 'settings.points.months',
  pointsExpiryYears: 'settings.points.years',
  pointsPerMoneyUnit: 'settings.points.worth',
  pointsShareLimit: 'settings.points.share',
  pointsMostPerVisit: 'settings.points.mostPerVisit',
  pointsPerStoredUnit: 'settings.points.stored',
  pointsPendingDays: 'settings.points.pending',
  storedSpendOrder: 'storedValue.settings.order',
  giftEarnsPoints: 'storedValue.settings.giftEarns',
  sharedVisitEarner: 'sharers.settings.earner',
  returnsMayBeStored: 'storedValue.settings.returnsStored',
  isOnAccount: 'credit.settings.on',
  creditLimitCents: 'credit.settings.limit',
  creditTermDays: 'credit.settings.days',
  creditEarnsPoints: 'credit.settings.earns',
  keepsGifts: 'gifts.settings.keeps',
  giftReasons: 'gifts.settings.reasons',
  membershipAheadDays: 'memberships.settings.ahead',
  keepsGoods: 'keptGoods.settings.keeps',
  spendingProof: 'wallet.settings.proof',
  spendingProofFromCents: 'wallet.settings.proofFrom',
  grantMostCents: 'settings.grants.most',
  grantMonthCents: 'settings.grants.month',
  tierBasis: 'settings.tiers.basis',
  growthPerHundred: 'settings.tiers.growthPerHundred',
  growthPerVisit: 'settings.tiers.growthPerVisit',
  growthPerDay: 'settings.tiers.growthPerDay',
  growthDayCap: 'settings.tiers.growthDayCap',
  tierWindowMonths: 'settings.tiers.window',
  tierTerm: 'settings.tiers.term',
  tierTermMonths: 'settings.tiers.months',
  tierDropsAtReturn: 'settings.tiers.dropsAtReturn',
  loyaltyScoreDays: 'settings.score.days',
  loyaltyScoreCents: 'settings.score.money',
  loyaltyScorePriority: 'settings.score.priority',
  valueHighCents: 'settings.segments.valueHighCents',
  valueMiddleCents: 'settings.segments.valueMiddleCents',
  activeMonths: 'settings.segments.active',
  semiActiveMonths: 'settings.segments.semiActive',
  dormantMonths: 'settings.segments.dormant',
  giveUpMonths: 'settings.segments.giveUp',
  fallingSpendPercent: 'settings.segments.falling',
  rfmWindowMonths: 'settings.segments.window',
  rfmMethod: 'settings.segments.method',
  birthdayAheadDays: 'settings.list.birthday',
  lapsingAheadDays: 'settings.list.lapsingAhead',
  lapsingLeastPoints: 'settings.list.lapsingPoints',
  lunarLeapBirthday: 'settings.list.leap',
  feb29Birthday: 'settings.list.feb29',
  followUpAfterDays: 'settings.list.followUp',
  silenceHighDays: 'settings.list.silenceHigh',
  silenceMiddleDays: 'settings.list.silenceMiddle',
  silenceLowDays: 'settings.list.silenceLow',
  dailyCapacity: 'settings.list.capacity',
  maximumAttempts: 'settings.list.attempts',
  careVerifiedMonths: 'care.settings.verified',
  careConsentMonths: 'care.settings.consent',
  careAskAgainDays: 'care.settings.askAgain',
  careCheckSize: 'care.settings.size',
  profileRewardPoints: 'care.settings.reward',
  profileRewardMonths: 'care.settings.rewardMonths',
  profileRewardScore: 'care.settings.rewardScore',
  intakeFields: 'care.settings.intake',
  diaryFromHour: 'appointments.settings.fromHour',
  diaryToHour: 'appointments.settings.toHour',
  lateCancelHours: 'appointments.settings.late',
  depositAfterNoShows: 'appointments.settings.noShows',
  depositCents: 'appointments.settings.deposit',
  queueByTurns: 'appointments.settings.by.turns',
  backupDaily: 'backups.auto.daily',
  backupAtClosing: 'backups.auto.closing',
  backupStaleDays: 'backups.auto.stale',
  customerSources: 'referrals.sources.settings',
  advocateTitle: 'advocates.settings.title',
  referralCodes: 'referrals.share.on',
  referralShareText: 'referrals.share.text',
  referralsPaid: 'referrals.programme.on',
  referralLeastCents: 'referrals.programme.least',
  referralWithinDays: 'referrals.programme.within',
  referralMostPerMonth: 'referrals.programme.most',
  referrerPoints: 'referrals.programme.referrerPoints',
  referrerCouponType: 'referrals.programme.referrerCoupon',
  newcomerPoints: 'referrals.programme.newcomerPoints',
  newcomerCouponType: 'referrals.programme.newcomerCoupon',
} as const satisfies Partial<Record<keyof ShopSettings, string>>;
type Plain = keyof typeof sentences;
const isPlain = (name: string): name is Plain => Object.hasOwn(sentences, name);

const scores = { recency: 'near', frequency: 'often', money: 'much' } as const;

type CouponSetting = 'referrerCouponType' | 'newcomerCouponType' | 'signUpCouponType';
const isCouponType = (name: Plain): name is CouponSetting => name.endsWith('CouponType');

/** A value in words. */
const worded = (name: Plain, changes: Changes, { t, language, money }: LineWording): string => {
  if (name === 'customerSources') return changes.customerSources?.join(t('lists.and')) ?? t('settings.segments.automatic');
  // Which kind of coupon it is stands under an id that says nothing.
  if (isCouponType(name)) return changes[name] == null ? '—' : t('audit.setting.on');
  const { [name]: value } = changes;
  if (value === undefined || value === '') return '—';
  if (value === null) return t('settings.segments.automatic');
  if (typeof value === 'boolean') return t(value ? 'audit.setting.on' : 'audit.setting.off');
  if (Array.isArray(value)) return value.map((field) => t(`intake.field.${field}`)).join(t('lists.and'));
  if (typeof value === 'number') return name.endsWith('Cents') ? money(value) : value.toLocaleString(language);
  switch (value) {
    case 'light':
    case 'dark':
      return t(`settings.shop.scheme.${value}`);
    case 'auto':
      return name === 'colorScheme' ? t('settings.shop.scheme.auto') : t('settings.segments.methods.auto');
    case 'quintile':
    case 'fixed':
      return t(`settings.segments.methods.${value}`);
    case 'plain_month':
    case 'leap_month':
      return t(`settings.list.leapChoice.${value}`);
    case 'feb_28':
    case 'mar_1':
      return t(`settings.list.feb29Choice.${value}`);
    case 'proportion':
    case 'principal_first':
    case 'gift_first':
      return t(`storedValue.settings.orders.${value}`);
    case 'off':
    case 'pin':
    case 'signature':
    case 'either':
      return t(`wallet.settings.proofs.${value}`);
    case 'zh-CN':
      return '中文';
    case 'en':
      return 'English';
    default:
      return value;
  }
};

/** What differs between two parts of settings that hold several values, in their order. */
const differing = <Key extends string>(
  before: Readonly<Partial<Record<Key, number | boolean>>> | undefined,
  after: Readonly<Record<Key, number | boolean>> | undefined,
  sentenceOf: (key: Key) => string,
  { t, language }: LineWording,
): Change[] => {
  if (after === undefined) return [];
  const say = (value: number | boolean | undefined): string =>
    typeof value === 'number' ? value.toLocaleString(language) : t(value === true ? 'audit.setting.on' : 'audit.setting.off');
  const isKey = (key: string): key is Key => Object.hasOwn(after, key);
  return Object.keys(after)
    .filter(isKey)
    .filter((key) => before?.[key] !== after[key])
    .map((key) => ({ sentence: sentenceOf(key), before: say(before?.[key]), after: say(after[key]) }));
};

/** A change as a line: in its sentence where the sentence has a place for the value, else after the name. */
const lineOf = ({ sentence, before, after }: Change, t: TFunction): string =>
  sentence.includes('[]')
    ? sentence.replace('[]', t('audit.setting.fromTo', { before, after }))
    : t('audit.setting.named', { name: sentence, before, after });

/** What an entry about settings tells, a line each; none where it was written by a version that kept them otherwise. */
export const settingLines = (details: Readonly<Record<string, unknown>>, wording: LineWording): string[] => {
  const { t, language } = wording;
  const before = settingsChangesSchema.safeParse(details['before']).data;
  const after = settingsChangesSchema.safeParse(details['after']).data;
  if (before === undefined || after === undefined) return [];
  const plain = Object.keys(after)
    .filter(isPlain)
    .map((name) => ({
      sentence: t(sentences[name]),
      before: worded(name, before, wording),
      after: worded(name, after, wording),
    }));
  const parts = [
    ...differing(before.rfm8Scores, after.rfm8Scores, (key) => t(`settings.segments.${scores[key]}`), wording),
    ...differing(before.reminderRules, after.reminderRules, (key) => t(`settings.list.rule.${key}`), wording),
    ...differing(
      before.expiringLeadDays,
      after.expiringLeadDays,
      (kind) => t('settings.list.leadDaysOf', { kind: expiringDefinitions[kind].label[language] }),
      wording,
    ),
    ...differing(before.careWeights, after.careWeights, (field) => t(`customers.fields.${field}`), wording),
  ];
  return [...plain, ...parts].map((change) => lineOf(change, t));
};
