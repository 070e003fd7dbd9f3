import type { OutputOf } from '../../../shared/contract.ts';
import type { HandlerInput } from '../../../shared/contract.ts';
import { addDays } from '../../../shared/types/time.ts';
import { listUnusualDays, listUnusualStaff } from '../../store/unusualPoints.ts';
import type { BaseContext } from '../context.ts';

/** What was earned oftener on one day than the shop takes for usual: by customer and by whoever wrote it down (X66). */
export const unusual = (
  context: BaseContext,
  { days, ...page }: HandlerInput<'loyalty.unusual'>,
): OutputOf<'loyalty.unusual'> => {
  const times = context.settings().unusualEarnings;
  const wanted = { from: addDays(context.today(), 1 - days), times };
  return {
    times,
    ...listUnusualDays(context.database, { ...wanted, ...page }),
    staff: listUnusualStaff(context.database, wanted),
  };
};
