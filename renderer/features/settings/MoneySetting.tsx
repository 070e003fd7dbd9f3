import { Group, NumberInput, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { cents } from '../../../shared/types/amounts.ts';

const CENTS = 100;

interface MoneySettingProps {
  readonly form: UseFormReturnType<ShopSettings>;
  readonly name:
    | 'depositCents'
    | 'grantMostCents'
    | 'grantMonthCents'
    | 'spendingProofFromCents'
    | 'creditLimitCents'
    | 'referralLeastCents'
    | 'loyaltyScoreCents';
  readonly words: string;
}

/** An amount of money among the settings, with its words before it. */
export const MoneySetting = ({ form, name, words }: MoneySettingProps) => (
  <Group gap="xs" align="baseline">
    <Text size="sm">{words}</Text>
    <NumberInput
      size="xs"
      w="7rem"
      min={0}
      decimalScale={2}
      hideControls
      aria-label={words}
      value={form.values[name] / CENTS}
      error={form.errors[name]}
      onChange={(value) => {
        form.setFieldValue(name, cents(Math.round(Number(value) * CENTS)));
      }}
    />
  </Group>
);
