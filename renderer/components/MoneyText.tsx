import { Text, type TextProps } from '@mantine/core';
import type { Cents } from '../../shared/types/amounts.ts';
import { useMoney } from './useMoney.ts';

interface MoneyTextProps extends TextProps {
  readonly amount: Cents;
  /** Always two decimals: for columns of amounts. */
  readonly keepZeros?: boolean;
}

/** An amount in the shop's currency with its sign. */
export const MoneyText = ({ amount, keepZeros = false, ...props }: MoneyTextProps) => {
  const money = useMoney();
  return (
    <Text span inherit {...props}>
      {money(amount, keepZeros)}
    </Text>
  );
};
