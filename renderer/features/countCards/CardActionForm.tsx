import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CountCard } from '../../../shared/contract/countCards.ts';
import { MOST_CARD_DAYS } from '../../../shared/domain/loyalty/cardTypes.ts';
import { addDays } from '../../../shared/types/time.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';

export type CardAction = 'extend' | 'freeze' | 'thaw' | 'void';

interface CardActionFormProps {
  readonly card: CountCard;
  readonly action: CardAction;
  readonly onClose: () => void;
}

/** Extends, freezes, thaws or voids a card, each with why; where its end moves, it says to which day. */
export const CardActionForm = ({ card, action, onClose }: CardActionFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const takesDays = action === 'extend' || action === 'freeze';
  const form = useForm<{ days: number | string; reason: string }>({
    initialValues: { days: '', reason: '' },
    validate: {
      days: (days) => (takesDays && typeof days !== 'number' ? t('errors.issue.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(async ({ days, reason }) => {
    const base = { cardId: card.id, reason };
    try {
      const { entryId } = await (action === 'extend' || action === 'freeze'
        ? call(`countCards.${action}`, { ...base, days: Number(days) })
        : call(`countCards.${action}`, base));
      done({
        label: t(`countCards.card.done.${action}`, { card: card.name }),
        undo: () => call('countCards.reverse', { entryId, reason: t('countCards.card.undone') }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { days } = form.values;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="xs">
        {takesDays && (
          <Group align="flex-end" gap="xs">
            <NumberInput
              ref={first}
              w="7rem"
              label={t('countCards.card.days')}
              min={1}
              max={action === 'freeze' ? Math.max(1, card.freezeDaysLeft) : MOST_CARD_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('days')}
            />
            {card.lastDay !== null && typeof days === 'number' && (
              <Text size="sm" pb={6} role="status">
                {t('countCards.card.newEnd', { date: addDays(card.lastDay, days) })}
              </Text>
            )}
          </Group>
        )}
        <TextInput
          {...(takesDays ? {} : { ref: first })}
          label={t('countCards.card.reason')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <Group gap="xs">
          <Button type="submit" size="compact-md">
            {t(`countCards.card.${action}`)}
          </Button>
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
