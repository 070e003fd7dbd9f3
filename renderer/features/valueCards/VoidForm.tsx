import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useValueCardWords } from './useValueCardWords.ts';

interface VoidFormProps {
  readonly card: OutputOf<'valueCards.findById'>;
  readonly onClose: () => void;
}

/** Ends a card, with the reason: what is left on it is the shop's. */
export const VoidForm = ({ card, onClose }: VoidFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const words = useValueCardWords();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const end = useCommand('valueCards.void', { quiet: true });
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async ({ reason }) => {
    try {
      const { entryId } = await end.mutateAsync({ cardId: card.id, reason });
      done({
        label: t('valueCards.card.ended', { name: words.named(card), amount: money(card.leftCents) }),
        undo: () => call('valueCards.reverse', { entryId, reason: t('valueCards.takenBackReason') }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t('valueCards.card.endAbout', { amount: money(card.leftCents) })}</Text>
        <TextInput
          ref={first}
          label={t('valueCards.card.endReason')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <FormButtons words={t('valueCards.card.end')} isPending={end.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
