import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { streams } from './person.ts';
import type { DemoOptions, DemoPerson } from './person.ts';
import { makeRandom } from './random.ts';
import { contactNotes } from './words.ts';

/** A message or a call outside a visit. */
export interface DemoContact {
  readonly on: LocalDate;
  readonly minute: number;
  readonly channel: 'phone' | 'wechat';
  readonly direction: 'in' | 'out';
  readonly note: string;
}

const FARTHEST_DAYS = 300;

/** What was said to this person between visits, oldest first; nothing before they first came. */
export const makeDemoContacts = (options: DemoOptions, person: DemoPerson): DemoContact[] => {
  const random = makeRandom(options.seed, streams.contact, person.index);
  const count = random.chance(0.3) ? random.whole(1, 2) : 0;
  const contacts = Array.from({ length: count }, () => ({
    on: addDays(options.today, -random.whole(3, FARTHEST_DAYS)),
    minute: random.whole(10 * 60, 19 * 60),
    channel: random.pick(['phone', 'wechat'] as const),
    direction: random.chance(0.3) ? ('in' as const) : ('out' as const),
    note: random.pick(contactNotes),
  }));
  return contacts
    .filter(({ on }) => on >= person.joinedOn)
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : left.minute - right.minute));
};

/** So many people have asked to be called back today. */
const PROMISES = 2;
const LAST_SEEN_DAYS_AGO = { least: 15, most: 60 } as const;

/** Who asked, some days ago, to be called again today: people who were here some weeks ago. Visits in the order of time. */
export const whoWasPromisedACall = (
  { today }: DemoOptions,
  people: readonly DemoPerson[],
  visits: readonly { readonly person: number; readonly on: LocalDate }[],
): DemoPerson[] => {
  const lastSeen = new Map(visits.map(({ person, on }) => [person, on]));
  const [from, to] = [addDays(today, -LAST_SEEN_DAYS_AGO.most), addDays(today, -LAST_SEEN_DAYS_AGO.least)];
  return people
    .filter(({ index }) => {
      const on = lastSeen.get(index);
      return on !== undefined && on >= from && on <= to;
    })
    .slice(0, PROMISES);
};
