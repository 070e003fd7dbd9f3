import type { Cents } from '../../types/amounts.ts';
import { pinProblem } from '../staff/pin.ts';

// Who spends what somebody has stored proves that they may (X53): by a PIN 消费密码, or by signing.

/** What the shop asks for. */
export const spendingProofs = ['off', 'pin', 'signature', 'either'] as const;
export type SpendingProof = (typeof spendingProofs)[number];

/** How it was proven; `waived`: whoever may correct balances let it pass, and said why. */
export const proofWays = ['pin', 'signature', 'waived'] as const;
export type ProofWay = (typeof proofWays)[number];

/** Where value is spent away from a visit: points redeemed, a reward taken, stored value paid out or given to somebody else. */
export const spendingsAway = ['redeem', 'reward', 'refund', 'transfer'] as const;
export type SpendingAway = (typeof spendingsAway)[number];

/** What a customer may choose from. */
export const waysOf = (asked: SpendingProof): readonly Exclude<ProofWay, 'waived'>[] =>
  asked === 'off' ? [] : asked === 'either' ? ['pin', 'signature'] : [asked];

/** Whether so much value, in cents, is more than may be spent without a proof. Nothing spent needs none. */
export const needsProof = (asked: SpendingProof, from: Cents, spent: Cents): boolean =>
  asked !== 'off' && spent > 0 && spent >= from;

export const SHORTEST_SPENDING_PIN = 4;
export const LONGEST_SPENDING_PIN = 6;

/** Why a new spending PIN is refused: it has 4 to 6 digits, and is none that everybody tries first. Null when it is fine. */
export const spendingPinProblem = (pin: string): 'spending_pin_not_digits' | 'pin_trivial' | null =>
  pin.length > LONGEST_SPENDING_PIN || pinProblem(pin) === 'pin_not_digits'
    ? 'spending_pin_not_digits'
    : pinProblem(pin) === null
      ? null
      : 'pin_trivial';
