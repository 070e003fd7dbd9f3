import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMoney } from '../../../shared/domain/money.ts';
import { purse, purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import type { SearchHit } from '../../components/useCustomerSearch.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { PurseFields, noPurseValues, type PurseValues } from './PurseFields.tsx';
import type { PurseOwner } from './StoredValueDrawer.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';

interface TransferFormProps {
  readonly owner: PurseOwner;
  readonly balance: Purse;
  /** Back to the account. */
  readonly onClose: () => void;
  /** It is written down. */
  readonly onDone: () => void;
}

const amountOf = (text: string): Cents | null => (text.trim() === '' ? cents(0) : parseMoney(text));

/** Gives stored value to somebody else, principal and gift apart, for a reason (X54). */
export const TransferForm = ({ owner, balance, onClose, onDone }: TransferFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const [to, setTo] = useState<SearchHit | null>(null);
  const [isSelf, setIsSelf] = useState(false);
  const transfer = useCommand('storedValue.transfer', { quiet: true });
  const fault = (text: string, most: Cents): string | null => {
    const amount = amountOf(text);
    return amount === null || amount < 0 || amount > most ? t('storedValue.change.fault', { amount: money(most) }) : null;
  };
  const form = useForm<PurseValues>({
    initialValues: noPurseValues,
    validate: {
      principalCents: (text, values) =>
        fault(text, balance.principalCents) ??
        ((amountOf(text) ?? 0) === 0 && (amountOf(values.giftCents) ?? 0) === 0 ? t('storedValue.change.nothing') : null),
      giftCents: (text) => fault(text, balance.giftCents),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  if (to === null)
    return (
      <SaveForm
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onCancel={onClose}
      >
        <Stack gap="md">
          <Text size="sm">{t('storedValue.transfer.to', { name: owner.name })}</Text>
          <CustomerPicker
            isFocused
            label={t('storedValue.transfer.who')}
            onPick={(hit) => {
              setIsSelf(hit.id === owner.id);
              if (hit.id !== owner.id) setTo(hit);
            }}
          />
          {isSelf && (
            <Text size="sm" c="var(--regulars-danger-text)" role="alert">
              {t('errors.issue.transfer_to_self')}
            </Text>
          )}
          <Button variant="default" mr="auto" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Stack>
      </SaveForm>
    );
  const change = purse(amountOf(form.values.principalCents) ?? 0, amountOf(form.values.giftCents) ?? 0);
  const submit = form.onSubmit(async ({ reason }) => {
    try {
      const { entryId } = await transfer.mutateAsync({ customerId: owner.id, toCustomerId: to.id, ...change, reason });
      done({
        label: t('storedValue.transfer.done', { name: owner.name, other: to.name, amount: money(purseTotal(change)) }),
        undo: () => call('storedValue.reverse', { entryId, reason: t('storedValue.takenBackReason') }),
      });
      onDone();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Text size="sm">{t('storedValue.transfer.explain', { name: owner.name, other: to.name })}</Text>
        <PurseFields form={form} balance={balance} />
        {purseTotal(change) > 0 && (
          <Text size="sm" fw={700} role="status" c="var(--regulars-advice-text)">
            {t('storedValue.refund.after')} {money(cents(purseTotal(balance) - purseTotal(change)), true)}
          </Text>
        )}
        <FormButtons words={t('storedValue.transfer.save')} isPending={transfer.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
