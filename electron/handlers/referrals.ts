import type { HandlersOf } from './context.ts';
import { around } from './referrals/around.ts';
import { link, unlink } from './referrals/links.ts';

/** Who brought whom, and who knows whom (R091, R092). */
export const referralsHandlers: HandlersOf<'referrals'> = {
  'referrals.around': (context, { personId }) => around(context, personId),
  'referrals.link': link,
  'referrals.unlink': unlink,
};
