import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MembershipTermTold } from '../../../shared/contract/memberships.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { MethodField, methodOf } from '../storedValue/MethodField.tsx';

interface EndFormProps {
  readonly term: MembershipTermTold;
  readonly onClose: () => void;
}

/** Ends a paid membership before its time; what is paid back is proposed by the days that are left. */
export const EndForm = ({ term, onClose }: EndFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const end = useCommand('memberships.end', { quiet: true });
  const most = money(term.paidCents, true);
  const amountOf = (text: string) => {
    const amount = parseMoney(text);
    return amount === null || amount < 0 || amount > term.paidCents ? null : amount;
  };
  const lastMethod = term.entries.find(({ kind }) => kind === 'sell')?.method ?? null;
  const form = useForm<{ refundCents: string; method: string | null; reason: string }>({
    initialValues: { refundCents: moneyInputText(term.refundCents), method: lastMethod, reason: '' },
    validate: {
      refundCents: (text) => (amountOf(text) === null ? t('memberships.card.refundFault', { most }) : null),
      method: (method) => (methodOf(method) === null ? t('errors.issue.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(async ({ refundCents: text, method: chosen, reason }) => {
    const [refundCents, method] = [amountOf(text), methodOf(chosen)];
    if (refundCents === null || method === null) return;
    try {
      await end.mutateAsync({ termId: term.id, refundCents, method, reason });
      done({
        label: t('memberships.done.ended', { plan: term.name, amount: money(refundCents, true) }),
        undo: () => call('memberships.goOn', { termId: term.id }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Text size="sm">{t('memberships.card.endAbout')}</Text>
        <TextInput
          ref={first}
          label={t('memberships.card.refund')}
          description={t('memberships.card.refundHint', { amount: money(term.refundCents, true), most })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          {...form.getInputProps('refundCents')}
        />
        <MethodField label={t('memberships.card.refundMethod')} input={form.getInputProps('method')} />
        <TextInput label={t('memberships.card.reason')} maxLength={200} autoComplete="off" {...form.getInputProps('reason')} />
        <FormButtons words={t('memberships.card.endSave')} isPending={end.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
