import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { moneyInputText } from '../../../shared/domain/money.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { amountUpTo, type CreditFormProps } from './formParts.ts';

/** Gives up what will not come, for a reason. */
export const WriteOffForm = ({ owner, account, onClose, onDone }: CreditFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const writeOff = useCommand('credit.writeOff', { quiet: true });
  const most = account.owedCents;
  const form = useForm({
    initialValues: { cents: moneyInputText(most), reason: '' },
    validate: {
      cents: (text) => (amountUpTo(text, most) === null ? t('credit.amountFault', { amount: money(most) }) : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(async ({ cents: text, reason }) => {
    const amount = amountUpTo(text, most);
    if (amount === null) return;
    try {
      const { entryId } = await writeOff.mutateAsync({ customerId: owner.id, cents: amount, reason });
      done({
        label: t('credit.writeOff.done', { name: owner.name, amount: money(amount) }),
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
        <Text size="sm" c="dimmed">
          {t('credit.writeOff.about')}
        </Text>
        <TextInput
          ref={first}
          size="md"
          label={t('credit.writeOff.amount')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          {...form.getInputProps('cents')}
        />
        <TextInput label={t('credit.writeOff.reason')} maxLength={200} autoComplete="off" {...form.getInputProps('reason')} />
        <FormButtons words={t('credit.actions.writeOff')} isPending={writeOff.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
