import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { Reward } from '../../../shared/contract/rewards.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import type { StockRule } from '../../../shared/domain/rewards/stock.ts';
import { isLocalDate } from '../../../shared/types/time.ts';
import { parseWhole } from '../customers/points/parseWhole.ts';

/** The fields of the form of a reward, as they are typed. */
export interface RewardValues {
  readonly name: string;
  readonly points: string;
  readonly cash: string;
  readonly cost: string;
  readonly stockRule: StockRule;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly tierIds: readonly string[];
  readonly isSample: boolean;
}

export const valuesOf = (reward: Reward | null): RewardValues => ({
  name: reward?.name ?? '',
  points: reward?.points?.toString() ?? '',
  cash: reward === null || reward.cashCents === 0 ? '' : moneyInputText(reward.cashCents),
  cost: reward === null || reward.costCents === null ? '' : moneyInputText(reward.costCents),
  stockRule: reward?.stockRule ?? 'none',
  fromOn: reward?.fromOn ?? null,
  untilOn: reward?.untilOn ?? null,
  tierIds: reward?.tierIds ?? [],
  isSample: reward?.isSample ?? false,
});

const moneyFault = (t: TFunction, text: string): string | null =>
  text.trim() === '' || parseMoney(text) !== null ? null : t('errors.issue.invalid');

/** What is wrong with each field; null is right. */
export const rewardErrors = (t: TFunction) => ({
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  points: (text: string, { isSample }: RewardValues) =>
    (parseWhole(text) ?? 0) > 0 || (isSample && text.trim() === '') ? null : t('rewards.fault.points'),
  cash: (text: string) => moneyFault(t, text),
  cost: (text: string) => moneyFault(t, text),
});

const dateOf = (value: string | null) => (value !== null && isLocalDate(value) ? value : null);

/** The form as the operation wants it. */
export const inputOf = (values: RewardValues): Omit<CallInput<'rewards.save'>, 'rewardId'> => ({
  name: values.name,
  points: parseWhole(values.points),
  cashCents: parseMoney(values.cash) ?? 0,
  costCents: parseMoney(values.cost),
  stockRule: values.stockRule,
  fromOn: dateOf(values.fromOn),
  untilOn: dateOf(values.untilOn),
  tierIds: [...values.tierIds],
  isSample: values.isSample,
});

/** A reward as it stood, to be made again or changed back to. */
export const inputOfReward = (
  reward: Omit<Reward, 'id' | 'isArchived' | 'stock' | 'isUsed'>,
): Omit<CallInput<'rewards.save'>, 'rewardId'> => ({
  name: reward.name,
  points: reward.points,
  cashCents: reward.cashCents,
  costCents: reward.costCents,
  stockRule: reward.stockRule,
  fromOn: reward.fromOn,
  untilOn: reward.untilOn,
  tierIds: reward.tierIds,
  isSample: reward.isSample,
});
