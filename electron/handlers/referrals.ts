import { countBrought } from '../store/referralConversion.ts';
import type { HandlersOf } from './context.ts';
import { around } from './referrals/around.ts';
import { makeCode } from './referrals/codes.ts';
import { link, unlink } from './referrals/links.ts';

export { referralsStudies } from './referrals/conversion.ts';

/** Who brought whom, who knows whom, and what bringing is worth (R091, R092, R095). */
export const referralsHandlers: HandlersOf<'referrals'> = {
  'referrals.sums': ({ database }) => countBrought(database),
  'referrals.around': (context, { personId }) => around(context, personId),
  'referrals.makeCode': makeCode,
  'referrals.link': link,
  'referrals.unlink': unlink,
};
