import type { Cents } from '../../types/amounts.ts';
import type { ExpiringFactId } from '../../types/ids.ts';
import type { Instant, LocalDate } from '../../types/time.ts';
import type { PartialDateParts } from '../partialDate.ts';
import type { ClassSettings, TradeFacts } from '../segments/classes.ts';
import type { Cutoffs } from '../segments/cutoffs.ts';
import type { ExpiringKind } from '../things/expiring.ts';
import type { ValueClass } from '../segments/names.ts';
import type { OwnReasonFacts, OwnRule, OwnRuleFacts } from './own/types.ts';

/** Rule kinds, in the order in which they lead a row (DOMAIN "Reminders and the daily list"). */
export const reminderRules = [
  'promised',
  'birthday',
  'missed',
  'lapsing',
  'debt',
  'waiting',
  'expiring',
  'follow_up',
  'own',
  'overdue',
  'dormant',
  'silence',
  'data_check',
] as const;
export type ReminderRule = (typeof reminderRules)[number];

/** A reason is not brought up of one person: until a day, until their debt is paid, or for good (X05). */
export const snoozeUntils = ['day', 'debt_paid', 'for_good'] as const;
export type SnoozeUntil = (typeof snoozeUntils)[number];
export interface Snooze {
  readonly rule: ReminderRule;
  readonly until: SnoozeUntil;
  /** The day on which it is brought up again, of those until a day. */
  readonly untilOn: LocalDate | null;
}

/** A date a customer celebrates every year. */
export interface YearlyDate {
  readonly id: string;
  readonly kind: 'birthday' | 'anniversary' | 'other';
  readonly label: string;
  readonly date: PartialDateParts;
  /** False for a day that comes once. */
  readonly isYearly: boolean;
  /** How many days ahead it falls due; null takes the shop's setting. */
  readonly leadDays: number | null;
}

/** Something of the customer's, or of one of their things, that runs out (X21). */
export interface RunningOut {
  readonly id: ExpiringFactId;
  readonly kind: ExpiringKind;
  /** The shop's own words; empty where the kind says it all. */
  readonly label: string;
  /** The last day on which it holds. */
  readonly validUntil: LocalDate;
  /** Set for this one; null goes by the shop's days for the kind. */
  readonly leadDays: number | null;
  readonly thingName: string | null;
}

/** What of the customer's can still be used and soon lapses (X09). */
export const lapsingKinds = ['points', 'coupon', 'count_card', 'membership', 'kept_goods'] as const;
export type LapsingKind = (typeof lapsingKinds)[number];
export interface LapsingValue {
  readonly kind: LapsingKind;
  /** Of the coupon, the card or the membership; of points the word alone. */
  readonly id: string;
  /** As it was called when it was issued; empty for points. */
  readonly name: string;
  /** Points, uses that are left, or thousandths of what is kept; null where nothing is counted. */
  readonly amount: number | null;
  /** The last day on which it holds. */
  readonly lastDay: LocalDate;
}

/** The latest booking that was cancelled or that nobody came to (X07). */
export interface MissedBooking {
  readonly appointmentId: string;
  readonly service: string;
  readonly bookedFor: LocalDate;
  readonly isNoShow: boolean;
  /** When it was cancelled, or found missed. */
  readonly missedOn: LocalDate;
}

/** What is owed and was due (X50). */
export interface DueDebt {
  readonly owedCents: Cents;
  /** Of the charge that was due first. */
  readonly dueOn: LocalDate;
}

/** An order that is ready and was not collected (X11). */
export interface WaitingOrder {
  readonly orderId: string;
  readonly number: string;
  readonly readyOn: LocalDate;
  /** When the customer was last told; null for never since it is ready. */
  readonly toldOn: LocalDate | null;
}

/** The latest "call me then" of a customer. */
export interface PromisedCall {
  readonly callbackId: string;
  readonly at: Instant;
  readonly note: string | null;
}

/** One customer, as far as the rules go by it. */
export interface ReminderFacts extends TradeFacts, OwnRuleFacts {
  readonly spendCents: Cents;
  /** Median gap between purchase days, from the third purchase day on. */
  readonly rhythmDays: number | null;
  readonly dates: readonly YearlyDate[];
  /** What was bought on the last purchase day; known only while a follow-up may be due. */
  readonly lastPurchase: { readonly items: string; readonly amountCents: Cents } | null;
  readonly promise: PromisedCall | null;
  readonly expiring: readonly RunningOut[];
  /** The next day for which they are booked, today included. */
  readonly bookedOn: LocalDate | null;
  readonly missed: MissedBooking | null;
  readonly lapsing: readonly LapsingValue[];
  readonly debt: DueDebt | null;
  readonly waiting: readonly WaitingOrder[];
  readonly snoozes: readonly Snooze[];
  /** Whether anything is owed, due or not. */
  readonly isOwing: boolean;
  readonly lastVisitOn: LocalDate | null;
  readonly enteredAt: Instant;
  /** The latest day on which somebody confirmed the card or one of its facts; null for never. */
  readonly confirmedOn: LocalDate | null;
}

export interface ReminderSettings extends ClassSettings {
  readonly timeZone: string;
  readonly dayTurnHour: number;
  readonly birthdayAheadDays: number;
  readonly lunarLeapBirthday: 'plain_month' | 'leap_month';
  readonly feb29Birthday: 'feb_28' | 'mar_1';
  readonly followUpAfterDays: number;
  readonly silenceHighDays: number;
  readonly silenceMiddleDays: number;
  readonly silenceLowDays: number;
  readonly expiringLeadDays: { readonly [Kind in ExpiringKind]: number };
  /** Days ahead at which what lapses is brought up, and from how many points on (X09). */
  readonly lapsingAheadDays: number;
  readonly lapsingLeastPoints: number;
  readonly membershipAheadDays: number;
  readonly reminderRules: { readonly [Rule in Exclude<ReminderRule, 'promised' | 'own'>]: boolean };
}

/** What one run, or one fact, is judged by. */
export interface Basis {
  readonly today: LocalDate;
  readonly settings: ReminderSettings;
  readonly cutoffs: Cutoffs;
  /** The shop's own that are on, in their order. */
  readonly rules: readonly OwnRule[];
}

/** Figures that a reason keeps while it stands; days since and until are counted when it is read. */
export type KeptReason =
  | { readonly rule: 'promised'; readonly params: { readonly at: Instant; readonly note: string | null } }
  | {
      readonly rule: 'birthday';
      readonly params: {
        readonly on: LocalDate;
        readonly calendar: 'solar' | 'lunar';
        readonly month: number;
        readonly day: number;
        readonly isLeapMonth: boolean;
        readonly turning: number | null;
        readonly label: string | null;
      };
    }
  | {
      readonly rule: 'follow_up';
      readonly params: {
        readonly visitOn: LocalDate;
        readonly items: string;
        readonly amountCents: Cents;
        readonly isFirstVisit: boolean;
      };
    }
  | {
      readonly rule: 'overdue';
      readonly params: {
        readonly lastOn: LocalDate;
        readonly rhythmDays: number;
        readonly overdueAfterDays: number;
        readonly basis: 'own' | 'shop';
        readonly purchaseDays: number;
      };
    }
  | { readonly rule: 'dormant'; readonly params: { readonly lastOn: LocalDate; readonly spendCents: Cents } }
  | {
      readonly rule: 'silence';
      readonly params: { readonly lastOn: LocalDate; readonly limitDays: number; readonly value: ValueClass };
    }
  | { readonly rule: 'data_check'; readonly params: { readonly quarter: string; readonly lastOn: LocalDate | null } }
  | { readonly rule: 'own'; readonly params: OwnReasonFacts }
  | { readonly rule: 'missed'; readonly params: MissedBooking }
  | { readonly rule: 'lapsing'; readonly params: LapsingValue }
  | { readonly rule: 'debt'; readonly params: DueDebt }
  | { readonly rule: 'waiting'; readonly params: WaitingOrder }
  | {
      readonly rule: 'expiring';
      readonly params: {
        readonly factId: ExpiringFactId;
        readonly kind: ExpiringKind;
        readonly label: string;
        readonly thingName: string | null;
        readonly validUntil: LocalDate;
      };
    };

/** A reason to call, born once for each (customer, rule, occurrence). */
export type Reminder = KeptReason & {
  readonly occurrence: string;
  readonly dueOn: LocalDate;
  /** Value x urgency: what decides between people. */
  readonly weight: number;
};
