import { AppError } from '../../shared/errors.ts';
import { holdsNobody } from '../store/bulk.ts';
import { nextCustomerNumber } from '../store/customers.ts';
import { invalidateRun } from '../store/engine.ts';
import { writeSettings } from '../store/settings.ts';
import type { HandlersOf } from './context.ts';
import { fillWithDemo } from './demo/fill.ts';

const SHOP_NAME = '小满造型';
const YEARS = 2;
const FIRST_NUMBER = 10_001;

/** The demo shop: an invented neighbourhood hair and beauty shop, dated relative to today. */
export const settingsDemo: Pick<HandlersOf<'settings'>, 'settings.createDemo'> = {
  'settings.createDemo': (context, { customers, seed }) => {
    const { database } = context;
    if (!holdsNobody(database)) throw new AppError('conflict', { reason: 'store_not_empty' });
    const { timeZone, pointsPerHundred, shopName } = context.settings();
    const made = fillWithDemo(context, {
      customers,
      seed,
      today: context.today(),
      years: YEARS,
      timeZone,
      pointsPerHundred,
      firstNumber: Number(nextCustomerNumber(database, FIRST_NUMBER)),
      mostVisits: null,
    });
    if (shopName === '') writeSettings(database, { shopName: SHOP_NAME }, context.now());
    invalidateRun(database);
    context.changed(['customers', 'visits', 'points', 'products', 'staff', 'segments', 'callbacks', 'settings']);
    return made;
  },
};
