import { ActionIcon, Group, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { entryId, focusField, storedPaidId } from './lineCell.ts';
import type { Paying } from './payments.ts';
import type { VisitForm } from './useVisitForm.ts';

interface StoredPaymentProps {
  readonly form: VisitForm;
  readonly paying: Paying;
  /** Pays as much out of the stored value as there is. */
  readonly onMost: () => void;
}

/** What of the visit is paid out of the stored value. */
export const StoredPayment = ({ form, paying, onMost }: StoredPaymentProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { mostStoredCents, isStoredFaulty } = paying;
  return (
    <TextInput
      id={storedPaidId}
      flex={1}
      miw="9rem"
      label={
        <Group gap={6} component="span" wrap="nowrap">
          {t('visits.payment.stored')} <Kbd size="xs">⇧F8</Kbd>
        </Group>
      }
      labelProps={{ c: 'dimmed', fw: 400 }}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      placeholder={t('visits.payment.most', { amount: money(mostStoredCents) })}
      error={isStoredFaulty ? t('visits.payment.fault', { amount: money(mostStoredCents) }) : undefined}
      value={form.draft.storedPaid}
      onChange={(event) => {
        form.change({ storedPaid: event.currentTarget.value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        focusField(entryId);
      }}
      rightSection={
        <Tooltip label={t('visits.payment.takeMostStored')}>
          <ActionIcon variant="subtle" aria-label={t('visits.payment.takeMostStored')} onClick={onMost}>
            <IconWallet size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
};
