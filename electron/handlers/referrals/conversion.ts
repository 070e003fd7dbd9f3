import type { OutputOf } from '../../../shared/contract.ts';
import { MOST_SOURCES } from '../../../shared/contract/referralConversion.ts';
import { FOLLOWED_DAYS, groupOf, noConversion, withNewcomer } from '../../../shared/domain/referrals/conversion.ts';
import type { Conversion, Newcomer } from '../../../shared/domain/referrals/conversion.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { addDays, addMonths, businessDate, instantAt } from '../../../shared/types/time.ts';
import { listNewcomers } from '../../store/referralConversion.ts';
import type { NewcomerRow } from '../../store/referralConversion.ts';
import type { StudiesOf, StudyContext } from '../context.ts';

type Figures = OutputOf<'referrals.conversion'>['brought'];
interface Person extends Newcomer {
  readonly source: string | null;
}

/** The rows of one person follow one another; what came back as a whole was no purchase. */
const peopleOf = ({ settings }: StudyContext, rows: readonly NewcomerRow[]): Person[] => {
  const { timeZone, dayTurnHour } = settings();
  const people = new Map<string, Person>();
  for (const { id, createdAt, source, hasReferrer, namedOn, on, cents: net } of rows) {
    const known = people.get(id) ?? {
      joinedOn: businessDate(createdAt, timeZone, dayTurnHour),
      source: source?.trim() === '' ? null : source,
      hasReferrer: hasReferrer === 1,
      namedOn,
      purchases: [],
    };
    const bought = on !== null && net !== null && net > 0 ? [{ on, cents: net }] : [];
    people.set(id, bought.length === 0 ? known : { ...known, purchases: [...known.purchases, ...bought] });
  }
  return [...people.values()];
};

const told = ({ spend, ...rest }: Conversion): Figures => ({
  ...rest,
  spend: { people: spend.people, cents: cents(spend.cents) },
});

/** Those who were brought against those who came by themselves, and by where they say they come from (R095); a month of newcomers at a time. */
const conversion: StudiesOf<'referrals'>['referrals.conversion'] = (context, { months, days }) => {
  const { settings } = context;
  const { timeZone, dayTurnHour } = settings();
  const today = context.today();
  const groups = { brought: noConversion, ordinary: noConversion };
  const leftOut = { namedLater: 0, boughtBefore: 0 };
  const sources = new Map<string | null, Conversion>();
  for (let month = months; month > 0; month -= 1) {
    context.throwIfCancelled();
    const [from, until] = [addMonths(today, 0 - month), month === 1 ? addDays(today, 1) : addMonths(today, 1 - month)];
    const rows = listNewcomers(context.database, {
      from: instantAt(from, dayTurnHour, timeZone),
      until: instantAt(until, dayTurnHour, timeZone),
      days: days + FOLLOWED_DAYS,
    });
    for (const person of peopleOf(context, rows)) {
      const group = groupOf(person);
      if (group === 'named_later') leftOut.namedLater += 1;
      else if (group === 'bought_before') leftOut.boughtBefore += 1;
      else {
        groups[group] = withNewcomer(groups[group], person, { days, today });
        sources.set(person.source, withNewcomer(sources.get(person.source) ?? noConversion, person, { days, today }));
      }
    }
    context.progress('count', months - month + 1, months);
  }
  return Promise.resolve({
    brought: told(groups.brought),
    ordinary: told(groups.ordinary),
    ...leftOut,
    sources: [...sources]
      .toSorted(([, one], [, other]) => other.people - one.people)
      .slice(0, MOST_SOURCES)
      .map(([source, figures]) => ({ source, ...told(figures) })),
  });
};

export const referralsStudies: StudiesOf<'referrals'> = { 'referrals.conversion': conversion };
