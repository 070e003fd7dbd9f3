import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { parseWhole } from '../customers/points/parseWhole.ts';

interface StampsFormProps {
  readonly card: Card;
  readonly cards: OutputOf<'stamps.ofCustomer'>['cards'];
  readonly onClose: () => void;
}

/** Adds stamps by hand, as off a card of paper, or takes some. */
export const StampsForm = ({ card, cards, onClose }: StampsFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const adjust = useCommand('stamps.adjust', { quiet: true });
  const form = useForm({
    initialValues: { cardId: String(cards[0]?.cardId ?? ''), stamps: '', reason: '' },
    validate: {
      stamps: (typed) => ((parseWhole(typed) ?? 0) === 0 ? t('customers.points.whole') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(async ({ cardId, stamps, reason }) => {
    try {
      const wanted = { customerId: card.id, cardId, stamps: parseWhole(stamps) ?? 0, reason };
      const { entryId, stamps: after, needed, rewards } = await adjust.mutateAsync(wanted);
      done({
        label: t(rewards > 0 ? 'stamps.done.adjustedFull' : 'stamps.done.adjusted', {
          name: card.fields.name,
          stamps: Math.max(after, 0),
          needed,
        }),
        undo: () => call('stamps.takeBack', { entryId }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        {cards.length > 1 && (
          <NativeSelect
            label={t('stamps.card.which')}
            data={cards.map(({ cardId, name }) => ({ value: cardId, label: name }))}
            {...form.getInputProps('cardId')}
          />
        )}
        <TextInput
          ref={first}
          label={t('stamps.card.count')}
          description={t('stamps.card.countHint')}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          {...form.getInputProps('stamps')}
        />
        <TextInput
          label={t('stamps.card.reason')}
          placeholder={t('stamps.card.reasonHint')}
          maxLength={80}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <FormButtons words={t('common.save')} isPending={adjust.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
