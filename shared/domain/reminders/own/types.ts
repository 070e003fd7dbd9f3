import type { ProductId, ReminderRuleId } from '../../../types/ids.ts';
import type { LocalDate } from '../../../types/time.ts';
import type { PartialDateParts } from '../../partialDate.ts';
import type { ValueClass } from '../../segments/names.ts';
import type { Festival } from './festivalNames.ts';

/** From what a rule of the shop's own counts its days (DOMAIN "Reminders and the daily list"). */
export const ownRuleKinds = ['after_purchase', 'replenish', 'festival', 'yearly_day', 'age_stage', 'first_visit'] as const;
export type OwnRuleKind = (typeof ownRuleKinds)[number];

/** Whose age a stage goes by: a member of the family, or an animal. */
export const stageBearers = ['family', 'pet'] as const;
export type StageBearer = (typeof stageBearers)[number];

/** What the days are counted from. Of a purchase: one product, one category, or whatever was bought where both are null. */
export type OwnRuleBase =
  | { readonly kind: 'after_purchase'; readonly productId: ProductId | null; readonly category: string | null }
  | {
      readonly kind: 'replenish';
      readonly productId: ProductId | null;
      readonly category: string | null;
      /** How long one piece lasts. */
      readonly daysPerUnit: number;
    }
  | { readonly kind: 'festival'; readonly festival: Festival }
  | { readonly kind: 'yearly_day'; readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly day: number }
  | { readonly kind: 'age_stage'; readonly bearer: StageBearer; readonly months: number }
  | { readonly kind: 'first_visit'; readonly months: number };

/** What a rule says, besides its name. */
export interface OwnRuleTerms {
  readonly base: OwnRuleBase;
  /** Days after the base on which it falls due, ascending; below zero before it (X04). */
  readonly steps: readonly number[];
  /** So many days a step stands before it is given up (X03). */
  readonly giveUpDays: number;
  /** Only people of these classes of value; empty is everybody. */
  readonly values: readonly ValueClass[];
  readonly isVipOnly: boolean;
  /** Rules of one group close one another: the latest purchase counts alone (X03). Empty is none. */
  readonly group: string;
  /** What to say or send; empty leaves it to the clerk. */
  readonly say: string;
}

/** A rule that is on, with the products that its category holds today; null is whatever is bought. */
export interface OwnRule extends OwnRuleTerms {
  readonly id: ReminderRuleId;
  readonly name: string;
  readonly products: readonly ProductId[] | null;
}

/** What was bought of one product on one day, less what came back of it. */
export interface BoughtItem {
  readonly on: LocalDate;
  readonly productId: ProductId | null;
  readonly name: string;
  /** Thousandths of a piece. */
  readonly quantity: number;
}

/** Somebody of the family, or an animal, whose birth is known. */
export interface KnownBirth {
  readonly id: string;
  readonly bearer: StageBearer;
  readonly name: string;
  readonly date: PartialDateParts;
}

/** The part of a customer's facts that the shop's own rules go by. */
export interface OwnRuleFacts {
  readonly isVip: boolean;
  readonly firstVisitOn: LocalDate | null;
  /** Of what the rules ask for, oldest first. */
  readonly bought: readonly BoughtItem[];
  readonly births: readonly KnownBirth[];
}

/** Why a rule calls today: the base and the step, in figures. */
export interface OwnReasonFacts {
  readonly ruleId: ReminderRuleId;
  readonly name: string;
  readonly say: string;
  readonly kind: OwnRuleKind;
  /** The day the steps are counted from: of a replenishment the day it runs out. */
  readonly baseOn: LocalDate;
  /** The purchase, the birth or the first visit; null for a day of the calendar. */
  readonly since: LocalDate | null;
  /** What was bought, or who it is about; empty where nobody and nothing is. */
  readonly about: string;
  /** Whole months, of an age and of a first visit. */
  readonly months: number | null;
  readonly festival: Festival | null;
}

export const MOST_OWN_RULES = 50;
export const MOST_STEPS = 6;
/** Further ahead or back nobody plans by a rule. */
export const MOST_STEP_DAYS = 730;
export const MOST_LEAD_DAYS = 60;
export const MOST_GIVE_UP_DAYS = 180;
/** Eighteen years and ten years, as months. */
export const MOST_STAGE_MONTHS = 216;
export const MOST_FIRST_VISIT_MONTHS = 120;
/** What was bought runs out after two years at the latest. */
export const MOST_RUN_OUT_DAYS = 730;
