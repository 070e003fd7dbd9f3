import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMoney } from '../../../shared/domain/money.ts';
import { purse, purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { OtherPersonStep } from '../../components/OtherPersonStep.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import type { SearchHit } from '../../components/useCustomerSearch.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ProofDialog } from '../spendingPins/ProofDialog.tsx';
import { useSpendingProof } from '../spendingPins/useSpendingProof.ts';
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
  const spending = useSpendingProof();
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
      <OtherPersonStep
        ownerId={owner.id}
        question={t('storedValue.transfer.to', { name: owner.name })}
        label={t('storedValue.transfer.who')}
        selfFault={t('errors.issue.transfer_to_self')}
        onPick={setTo}
        onCancel={onClose}
      />
    );
  const change = purse(amountOf(form.values.principalCents) ?? 0, amountOf(form.values.giftCents) ?? 0);
  const submit = form.onSubmit(({ reason }) =>
    spending.send(
      async (proof) => {
        const { entryId } = await transfer.mutateAsync({ customerId: owner.id, toCustomerId: to.id, ...change, reason, proof });
        done({
          label: t('storedValue.transfer.done', { name: owner.name, other: to.name, amount: money(purseTotal(change)) }),
          undo: () => call('storedValue.reverse', { entryId, reason: t('storedValue.takenBackReason') }),
        });
        onDone();
      },
      (error) => {
        tellFailure(form, error);
      },
    ),
  );
  return (
    <>
      <ProofDialog {...spending.dialog} customer={owner} isPending={transfer.isPending} />
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
    </>
  );
};
