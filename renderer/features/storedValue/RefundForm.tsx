import { Alert, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { addPurses, negated, purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { refundOf } from '../../../shared/domain/storedValue/spending.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ProofDialog } from '../spendingPins/ProofDialog.tsx';
import { useSpendingProof } from '../spendingPins/useSpendingProof.ts';
import { MethodField, methodOf } from './MethodField.tsx';
import type { PurseOwner } from './StoredValueDrawer.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';

interface RefundFormProps {
  readonly owner: PurseOwner;
  readonly balance: Purse;
  /** Back to the account. */
  readonly onClose: () => void;
  /** It is written down. */
  readonly onDone: () => void;
}

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Group justify="space-between">
    <Text size="sm">{label}</Text>
    <Text size="sm" fw={700}>
      {children}
    </Text>
  </Group>
);

/** Pays principal out: what is paid, which gift ends with it and what is left stand here before it is done. */
export const RefundForm = ({ owner, balance, onClose, onDone }: RefundFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const spending = useSpendingProof();
  const refund = useCommand('storedValue.refund', { quiet: true });
  const laterCents = useOperation('storedValue.account', { customerId: owner.id }).data?.laterCents ?? cents(0);
  const most = balance.principalCents;
  const amountOf = (text: string) => {
    const amount = parseMoney(text);
    return amount === null || amount <= 0 || amount > most ? null : amount;
  };
  const form = useForm<{ amount: string; method: string | null; reason: string }>({
    initialValues: { amount: moneyInputText(most), method: null, reason: '' },
    validate: {
      amount: (text) => (amountOf(text) === null ? t('storedValue.refund.fault', { amount: money(most) }) : null),
      method: (method) => (methodOf(method) === null ? t('errors.issue.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const wanted = amountOf(form.values.amount);
  const taken = wanted === null ? null : refundOf(balance, wanted);
  const submit = form.onSubmit(async ({ method: chosen, reason }) => {
    const method = methodOf(chosen);
    if (method === null || taken === null) return;
    await spending.send(
      async (proof) => {
        const { entryId } = await refund.mutateAsync({ customerId: owner.id, ...taken, method, reason, proof });
        done({
          label: t('storedValue.refund.done', { name: owner.name, amount: money(taken.principalCents) }),
          undo: () => call('storedValue.reverse', { entryId, reason: t('storedValue.takenBackReason') }),
        });
        onDone();
      },
      (error) => {
        tellFailure(form, error);
      },
    );
  });
  return (
    <>
      <ProofDialog {...spending.dialog} customer={owner} isPending={refund.isPending} />
      <SaveForm onSubmit={submit} onCancel={onClose}>
        <Stack gap="md">
          <TextInput
            ref={first}
            size="md"
            label={t('storedValue.refund.amount')}
            description={t('storedValue.refund.most', { amount: money(most) })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            {...form.getInputProps('amount')}
          />
          <Alert color="amber" role="status">
            <Stack gap={4}>
              <Figure label={t('storedValue.refund.pays')}>
                <MoneyText amount={taken?.principalCents ?? cents(0)} keepZeros />
              </Figure>
              <Figure label={t('storedValue.refund.voids')}>
                <MoneyText amount={taken?.giftCents ?? cents(0)} keepZeros />
              </Figure>
              <Figure label={t('storedValue.refund.after')}>
                <MoneyText amount={purseTotal(taken === null ? balance : addPurses(balance, negated(taken)))} keepZeros />
              </Figure>
              <Text size="xs">{t('storedValue.refund.rule')}</Text>
              {laterCents > 0 && <Text size="xs">{t('storedValue.refund.stops', { amount: money(laterCents) })}</Text>}
            </Stack>
          </Alert>
          <MethodField label={t('storedValue.refund.method')} input={form.getInputProps('method')} />
          <TextInput
            label={t('storedValue.refund.reason')}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('reason')}
          />
          <FormButtons words={t('storedValue.refund.save')} isPending={refund.isPending} onClose={onClose} />
        </Stack>
      </SaveForm>
    </>
  );
};
