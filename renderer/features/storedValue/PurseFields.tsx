import { Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useMoney } from '../../components/useMoney.ts';

export interface PurseValues {
  readonly principalCents: string;
  readonly giftCents: string;
  readonly reason: string;
}
export const noPurseValues: PurseValues = { principalCents: '', giftCents: '', reason: '' };

interface PurseFieldsProps {
  readonly form: UseFormReturnType<PurseValues>;
  readonly balance: Purse;
}

/** Principal and gift apart, each with what there is of it, and the reason. */
export const PurseFields = ({ form, balance }: PurseFieldsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const first = useFocusOnMount();
  const amount = { flex: 1, inputMode: 'decimal', autoComplete: 'off', maxLength: 20 } as const;
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput
          ref={first}
          {...amount}
          label={t('storedValue.principal')}
          description={money(balance.principalCents, true)}
          {...form.getInputProps('principalCents')}
        />
        <TextInput
          {...amount}
          label={t('storedValue.gift')}
          description={money(balance.giftCents, true)}
          {...form.getInputProps('giftCents')}
        />
      </Group>
      <TextInput label={t('storedValue.change.reason')} maxLength={200} autoComplete="off" {...form.getInputProps('reason')} />
    </>
  );
};
