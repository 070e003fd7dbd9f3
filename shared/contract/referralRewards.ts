import { z } from 'zod';
import { referrerStates } from '../domain/referrals/rewards.ts';
import { plainText } from './masking.ts';
import { signedPointsSchema } from './values.ts';

const shareSchema = z.object({ points: signedPointsSchema, coupon: plainText(z.string()).nullable() });

/** What a visit brought both sides of a referral (R093); it names nobody. */
export const referralToldSchema = z.object({
  newcomer: shareSchema,
  referrer: shareSchema,
  referrerState: z.enum(referrerStates),
});
