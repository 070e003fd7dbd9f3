import { addDays, addMonths } from '../../../shared/types/time.ts';
import { countOpenCoupons, listCouponFigures, listLapsingCoupons } from '../../store/couponFigures.ts';
import type { HandlersOf } from '../context.ts';

/** Coupons that lapse within so many days are told apart: there is still time to say so. */
const SOON_DAYS = 30;
/** Figures are of so many months. */
const MONTHS = 12;

/** What the owner sees of coupons: what is out, what lapses soon and of whom, and what each type brought. */
export const couponFigures: Pick<HandlersOf<'coupons'>, 'coupons.figures' | 'coupons.lapsing'> = {
  'coupons.figures': ({ database, today }) => {
    const on = today();
    return {
      open: countOpenCoupons(database, on),
      soonDays: SOON_DAYS,
      soon: listLapsingCoupons(database, { today: on, until: addDays(on, SOON_DAYS) }, { limit: 0, offset: 0 }).total,
      types: listCouponFigures(database, addMonths(on, -MONTHS)),
    };
  },
  'coupons.lapsing': ({ database, today }, { days, ...page }) => {
    const on = today();
    const { total, rows } = listLapsingCoupons(database, { today: on, until: addDays(on, days) }, page);
    return { total, rows: rows.map(({ id, ...row }) => ({ ...row, couponId: id })) };
  },
};
