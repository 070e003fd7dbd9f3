import type { LocalDate } from '../../types/time.ts';

/** A fact of the card that a part of the portrait was made from: the field, its value, and when it was last known to be right. */
export interface PortraitFact {
  readonly field: string;
  readonly value: string | number;
  readonly on: LocalDate | null;
}

/** What can be said about a person; each code has its own words in either language. */
export const portraitCodes = [
  'gender',
  'age',
  'age_stated',
  'occupation',
  'region',
  'family_months',
  'family_years',
  'prospect',
  'visits',
  'rhythm',
  'ticket',
  'usual',
  'needs',
  'likes',
  'pain_points',
  'motive',
  'usage_habits',
  'need_type',
] as const;
export type PortraitCode = (typeof portraitCodes)[number];

/** A part of a sentence. `figures` fill its words, and every one of them is the value of one of its facts. */
export interface PortraitPart {
  readonly code: PortraitCode;
  readonly figures: Record<string, string | number>;
  readonly facts: PortraitFact[];
}

/** Who the person is, how they buy, what they want. */
export const portraitTopics = ['person', 'behaviour', 'wishes'] as const;
export type PortraitTopic = (typeof portraitTopics)[number];

export interface PortraitSentence {
  readonly topic: PortraitTopic;
  /** At least one. */
  readonly parts: PortraitPart[];
}

/** What the portrait is made from; null and empty where nothing is known. */
export interface PortraitBasis {
  readonly gender: 'female' | 'male' | 'unknown';
  readonly age: number | null;
  /** The age was told, not counted from a birth date. */
  readonly isAgeStated: boolean;
  readonly occupation: string | null;
  readonly region: string | null;
  readonly status: 'prospect' | 'customer' | 'lost';
  /** Family members whose age is known: in months below three years, then in years. */
  readonly family: readonly { readonly name: string; readonly months: number | null; readonly years: number | null }[];
  readonly visitCount: number;
  readonly firstVisitOn: LocalDate | null;
  readonly lastVisitOn: LocalDate | null;
  readonly rhythmDays: number | null;
  /** Average ticket of the last 12 months in cents. */
  readonly ticketCents: number | null;
  /** What they usually take, the usual first. */
  readonly usualItems: readonly string[];
  readonly needs: string | null;
  readonly likes: string | null;
  readonly painPoints: string | null;
  readonly motive: string | null;
  readonly usageHabits: string | null;
  readonly needType: 'function_led' | 'price_sensitive' | 'service_first' | null;
  /** When each field was last known to be right, by its name. */
  readonly verifiedOn: Readonly<Record<string, LocalDate>>;
}
