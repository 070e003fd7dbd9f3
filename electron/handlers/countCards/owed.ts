import { cardAges } from '../../../shared/domain/loyalty/cardWorth.ts';
import { addDays, addMonths } from '../../../shared/types/time.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { listLapsingCards, sumOpenCards } from '../../store/openCards.ts';
import type { HandlersOf } from '../context.ts';

/** Cards that lapse within so many days are told apart: there is still time to say so. */
const SOON_DAYS = 30;

/** What the shop owes in uses of cards, by how long ago they were issued, and whose cards lapse soon. */
export const owedCards: Pick<HandlersOf<'countCards'>, 'countCards.owed' | 'countCards.lapsing'> = {
  'countCards.owed': ({ database, today }) => {
    const on = today();
    const found = sumOpenCards(database, { today: on, recent: addMonths(on, -3), year: addMonths(on, -12) });
    return {
      ages: cardAges.map((age) => found.find((one) => one.age === age) ?? { age, cards: 0, uses: 0, worthCents: cents(0) }),
      soonDays: SOON_DAYS,
      soon: listLapsingCards(database, { today: on, until: addDays(on, SOON_DAYS) }, { limit: 0, offset: 0 }).total,
    };
  },
  'countCards.lapsing': ({ database, today }, { days, ...page }) => {
    const on = today();
    const { total, rows } = listLapsingCards(database, { today: on, until: addDays(on, days) }, page);
    return {
      total,
      rows: rows.map((row) => ({
        cardId: row.card_id,
        customerId: row.customer_id,
        customerName: row.customer_name,
        number: row.number,
        name: row.name,
        left: row.uses_left,
        lastDay: row.last_day,
      })),
    };
  },
};
