import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Card } from '../customers/form/customerValues.ts';
import type { CardAction } from './MemberCardEntry.tsx';

interface MemberCardFormProps {
  readonly card: Card;
  readonly account: OutputOf<'memberCards.ofCustomer'>;
  readonly action: CardAction;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Gives a card, scanned or typed; or says why it is reported lost, locked, closed, or in use again. */
export const MemberCardForm = ({ card, account, action, onBack, onDone }: MemberCardFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const give = useCommand('memberCards.give', { quiet: true });
  const change = useCommand('memberCards.change', { quiet: true });
  const { name } = card.fields;
  const isIssue = action === 'issue';
  const form = useForm({
    initialValues: { cardNo: '', reason: '' },
    validate: {
      cardNo: (typed) => (isIssue && typed.trim() === '' ? t('errors.issue.required') : null),
      reason: (typed) => (!isIssue && typed.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(async ({ cardNo, reason }) => {
    const customerId = card.id;
    try {
      const { eventId } =
        action === 'issue'
          ? await give.mutateAsync({ customerId, cardNo: cardNo.trim(), reason: reason.trim() })
          : await change.mutateAsync({ customerId, kind: action, reason: reason.trim() });
      done({
        label: isIssue
          ? t('wallet.cards.done.issue', { name, number: cardNo.trim() })
          : t(`wallet.cards.done.${action}`, { name }),
        undo: () => client.memberCards.takeBack({ eventId }),
      });
      onDone();
    } catch (error) {
      // Whose card it is, or was, is told at the field: another one is scanned into it.
      if (isIssue && error instanceof AppError && error.code === 'conflict') form.setFieldError('cardNo', errorText(t, error));
      else tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onBack}>
      <Stack>
        <Text size="sm">
          {account.cardNo === null ? t('wallet.cards.none') : t(`wallet.cards.explain.${action}`, { number: account.cardNo })}
        </Text>
        {isIssue && (
          <TextInput
            ref={first}
            data-takes-codes
            label={t('wallet.cards.number')}
            description={t('wallet.cards.numberHint')}
            maxLength={40}
            autoComplete="off"
            {...form.getInputProps('cardNo')}
          />
        )}
        <TextInput
          {...(!isIssue && { ref: first })}
          label={t(isIssue ? 'wallet.cards.reasonMay' : 'wallet.cards.reason')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={give.isPending || change.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
