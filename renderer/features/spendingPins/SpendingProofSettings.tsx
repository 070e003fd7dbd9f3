import { Select, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { spendingProofs } from '../../../shared/domain/wallet/spendingProof.ts';
import { MoneySetting } from '../settings/MoneySetting.tsx';

/** What whoever spends stored value, points or uses of a card is asked for, and from which amount on (X53). */
export const SpendingProofSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Select
        w="22rem"
        label={t('wallet.settings.proof')}
        allowDeselect={false}
        data={spendingProofs.map((value) => ({ value, label: t(`wallet.settings.proofs.${value}`) }))}
        {...form.getInputProps('spendingProof')}
      />
      {form.values.spendingProof !== 'off' && (
        <MoneySetting form={form} name="spendingProofFromCents" words={t('wallet.settings.proofFrom')} />
      )}
      <Text size="sm" c="dimmed">
        {t('wallet.settings.proofAbout')}
      </Text>
    </Stack>
  );
};
