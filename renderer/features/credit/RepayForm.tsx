import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { moneyInputText } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { MethodField, methodOf } from '../storedValue/MethodField.tsx';
import { amountUpTo, type CreditFormProps } from './formParts.ts';

/** Money for what is owed: the oldest charge is paid first, and what is owed afterwards stands here before it is done. */
export const RepayForm = ({ owner, account, onClose, onDone }: CreditFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const repay = useCommand('credit.repay', { quiet: true });
  const most = account.owedCents;
  const form = useForm<{ cents: string; method: string | null; note: string }>({
    initialValues: { cents: moneyInputText(most), method: null, note: '' },
    validate: {
      cents: (text) => (amountUpTo(text, most) === null ? t('credit.amountFault', { amount: money(most) }) : null),
      method: (method) => (methodOf(method) === null ? t('errors.issue.required') : null),
    },
  });
  const amount = amountUpTo(form.values.cents, most);
  const submit = form.onSubmit(async ({ method: chosen, note }) => {
    const method = methodOf(chosen);
    if (method === null || amount === null) return;
    try {
      const { entryId } = await repay.mutateAsync({ customerId: owner.id, cents: amount, method, note });
      done({
        label: t('credit.repay.done', { name: owner.name, amount: money(amount) }),
        undo: () => call('credit.reverse', { entryId, reason: t('credit.takenBackReason') }),
      });
      onDone();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <TextInput
          ref={first}
          size="md"
          label={t('credit.repay.amount')}
          description={t('credit.repay.about')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          {...form.getInputProps('cents')}
        />
        <MethodField label={t('credit.repay.method')} input={form.getInputProps('method')} />
        <TextInput label={t('credit.repay.note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
        <Text size="sm" fw={700} role="status" c="var(--regulars-advice-text)">
          {t('credit.repay.after', { amount: money(cents(most - (amount ?? 0)), true) })}
        </Text>
        <FormButtons words={t('credit.actions.repay')} isPending={repay.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
