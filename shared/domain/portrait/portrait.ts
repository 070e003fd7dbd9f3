import { portraitTopics } from './types.ts';
import type { PortraitBasis, PortraitCode, PortraitFact, PortraitPart, PortraitSentence, PortraitTopic } from './types.ts';

/** So many usual items, family members and wishes stand in one sentence; the rest is on the card. */
const MOST_ITEMS = 2;
const MOST_FAMILY = 2;
const MOST_WISHES = 3;
/** Family members from this age on are no children any more, and the sentence leaves them out. */
const GROWN_UP = 18;
const MONTHS_PER_YEAR = 12;

/** A part whose every figure is the value of a fact: one figure, one fact, of the same name. */
const part = (code: PortraitCode, facts: readonly (PortraitFact & { readonly figure: string })[]): PortraitPart => ({
  code,
  figures: Object.fromEntries(facts.map(({ figure, value }) => [figure, value])),
  facts: facts.map(({ field, value, on }) => ({ field, value, on })),
});

const typed = (
  { verifiedOn }: PortraitBasis,
  code: PortraitCode,
  field: string,
  figure: string,
  value: string | number | null,
): PortraitPart[] =>
  value === null || value === '' ? [] : [part(code, [{ figure, field, value, on: verifiedOn[field] ?? null }])];

const person = (basis: PortraitBasis): PortraitPart[] => [
  ...(basis.gender === 'unknown' ? [] : typed(basis, 'gender', 'gender', 'gender', basis.gender)),
  ...(basis.isAgeStated
    ? typed(basis, 'age_stated', 'statedAge', 'age', basis.age)
    : typed(basis, 'age', 'birthday', 'age', basis.age)),
  ...typed(basis, 'occupation', 'occupation', 'text', basis.occupation),
  ...typed(basis, 'region', 'region', 'text', basis.region),
  ...family(basis),
];

interface Relative {
  readonly name: string;
  readonly code: 'family_months' | 'family_years';
  readonly age: number;
  readonly months: number;
}

const relativesOf = ({ family: members }: PortraitBasis): Relative[] =>
  members.flatMap(({ name, months, years }): Relative[] => {
    if (months !== null) return [{ name, code: 'family_months', age: months, months }];
    return years === null || years >= GROWN_UP
      ? []
      : [{ name, code: 'family_years', age: years, months: years * MONTHS_PER_YEAR }];
  });

/** The youngest first, then by name; ages in months below three years (R012). */
const family = (basis: PortraitBasis): PortraitPart[] => {
  const on = basis.verifiedOn['familyMembers'] ?? null;
  return relativesOf(basis)
    .toSorted((one, other) => one.months - other.months || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_FAMILY)
    .map(({ name, code, age }) =>
      part(code, [
        { figure: 'name', field: 'familyMembers', value: name, on },
        { figure: 'age', field: code === 'family_months' ? 'familyMonths' : 'familyYears', value: age, on },
      ]),
    );
};

const behaviour = (basis: PortraitBasis): PortraitPart[] => {
  const { visitCount, firstVisitOn, lastVisitOn, rhythmDays, ticketCents, usualItems } = basis;
  if (firstVisitOn === null || visitCount === 0)
    return basis.status === 'prospect' ? typed(basis, 'prospect', 'status', 'status', basis.status) : [];
  return [
    part('visits', [
      { figure: 'count', field: 'visitCount', value: visitCount, on: lastVisitOn },
      { figure: 'since', field: 'firstVisitOn', value: firstVisitOn, on: firstVisitOn },
    ]),
    ...(rhythmDays === null
      ? []
      : [part('rhythm', [{ figure: 'days', field: 'rhythmDays', value: Math.round(rhythmDays), on: lastVisitOn }])]),
    ...(ticketCents === null
      ? []
      : [part('ticket', [{ figure: 'cents', field: 'ticketCents', value: ticketCents, on: lastVisitOn }])]),
    ...usualItems
      .slice(0, MOST_ITEMS)
      .map((name) => part('usual', [{ figure: 'text', field: 'usualItems', value: name, on: lastVisitOn }])),
  ];
};

const wishes = (basis: PortraitBasis): PortraitPart[] =>
  [
    ...typed(basis, 'needs', 'needs', 'text', basis.needs),
    ...typed(basis, 'likes', 'likes', 'text', basis.likes),
    ...typed(basis, 'pain_points', 'painPoints', 'text', basis.painPoints),
    ...typed(basis, 'need_type', 'needType', 'need', basis.needType),
    ...typed(basis, 'motive', 'motive', 'text', basis.motive),
    ...typed(basis, 'usage_habits', 'usageHabits', 'text', basis.usageHabits),
  ].slice(0, MOST_WISHES);

const rules: { readonly [Topic in PortraitTopic]: (basis: PortraitBasis) => PortraitPart[] } = { person, behaviour, wishes };

/**
 * The portrait of a customer by rule (R013): up to three sentences, who they are, how they buy and what they want. It says only
 * what is known: no sentence without a fact, every figure the value of a fact that can be shown, nothing for an empty card; the
 * same facts always give the same sentences.
 */
export const portraitOf = (basis: PortraitBasis): PortraitSentence[] =>
  portraitTopics.map((topic) => ({ topic, parts: rules[topic](basis) })).filter(({ parts }) => parts.length > 0);
