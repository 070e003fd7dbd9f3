import { DAYS_IN } from '../../shared/domain/forecast/names.ts';
import { readPurchases } from '../engine/purchases.ts';
import { countAllCustomers } from '../store/engineFacts.ts';
import type { StudiesOf } from './context.ts';
import { refuseField } from './refuseField.ts';

export const forecastStudies: StudiesOf<'forecast'> = {
  'forecast.get': async (context, { until: wanted, unit, horizonDays }) => {
    const until = wanted ?? context.today();
    if (until > context.today()) refuseField('until', 'date_in_future');
    // Loaded when first asked for: every start of the program would wait for the special functions to be compiled.
    const { forecast } = await import('../../shared/domain/forecast/forecast.ts');
    const total = countAllCustomers(context.database);
    const purchases = readPurchases(context.database, until, (looked) => {
      context.throwIfCancelled();
      context.progress('reading', Math.min(looked, total), total);
    });
    const onStep = (): void => {
      context.throwIfCancelled();
      context.progress('forecasting', 0, null);
    };
    onStep();
    const found = forecast(purchases, { until, unit, horizonDays, onStep });
    return { until, unit, horizon: horizonDays / DAYS_IN[unit], ...found };
  },
};
