import type { LocalDate } from '../../types/time.ts';
import { purse } from './purse.ts';
import type { Purse } from './purse.ts';
import type { StoredLot } from './replay.ts';

/** Value that changes hands, with the day it came in first. */
export interface TakenPart extends Purse {
  readonly cameOn: LocalDate;
}

/**
 * Of which lots a transfer takes, the oldest first as every spending does, principal and gift each for itself: how old value is goes with it
 * to whoever gets it (X54). The parts add up to what is taken, where the lots cover it.
 */
export const partsTaken = (lots: readonly StoredLot[], { principalCents, giftCents }: Purse): TakenPart[] => {
  let [principal, gift]: [number, number] = [principalCents, giftCents];
  return lots.flatMap(({ cameOn, left }) => {
    const part = purse(Math.min(principal, left.principalCents), Math.min(gift, left.giftCents));
    principal -= part.principalCents;
    gift -= part.giftCents;
    return part.principalCents + part.giftCents === 0 ? [] : [{ cameOn, ...part }];
  });
};
