import { ActionIcon, Group, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { accountPaidId, entryId, focusField } from './lineCell.ts';
import type { Paying } from './payments.ts';
import type { VisitForm } from './useVisitForm.ts';

interface AccountPaymentProps {
  readonly form: VisitForm;
  readonly paying: Paying;
  /** Puts as much on account as is left to pay and the limit allows. */
  readonly onMost: () => void;
}

/** What of the visit is put on account. */
export const AccountPayment = ({ form, paying, onMost }: AccountPaymentProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { mostOnAccountCents, isAccountFaulty } = paying;
  return (
    <TextInput
      id={accountPaidId}
      flex={1}
      miw="9rem"
      label={
        <Group gap={6} component="span" wrap="nowrap">
          {t('visits.payment.account')} <Kbd size="xs">Ctrl F8</Kbd>
        </Group>
      }
      labelProps={{ c: 'dimmed', fw: 400 }}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      placeholder={t('visits.payment.most', { amount: money(mostOnAccountCents) })}
      error={isAccountFaulty ? t('visits.payment.fault', { amount: money(mostOnAccountCents) }) : undefined}
      value={form.draft.accountPaid}
      onChange={(event) => {
        form.change({ accountPaid: event.currentTarget.value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        focusField(entryId);
      }}
      rightSection={
        <Tooltip label={t('visits.payment.takeMostAccount')}>
          <ActionIcon variant="subtle" aria-label={t('visits.payment.takeMostAccount')} onClick={onMost}>
            <IconNotebook size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
};
