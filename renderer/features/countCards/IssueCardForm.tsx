import { Button, Group, NumberInput, Paper, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { MOST_USES } from '../../../shared/domain/loyalty/cardTypes.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

interface IssueCardFormProps {
  readonly customerId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Issues a card by hand, such as in place of a paper one, with the uses that were left on it, and why. */
export const IssueCardForm = ({ customerId, name, onClose }: IssueCardFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const issue = useCommand('countCards.issue', { quiet: true });
  const types = useOperation('countCards.types', {}).data?.types ?? [];
  const form = useForm<{ cardTypeId: string | null; uses: number | string; priceCents: string; reason: string }>({
    initialValues: { cardTypeId: null, uses: '', priceCents: '', reason: '' },
    validate: {
      cardTypeId: (cardTypeId) => (cardTypeId === null ? t('errors.issue.required') : null),
      priceCents: (price) => (parseMoney(price) === null ? t('errors.issue.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const type = types.find(({ id }) => id === form.values.cardTypeId);
  const submit = form.onSubmit(async ({ uses, priceCents, reason }) => {
    if (type === undefined) return;
    const usesLeft = type.uses === null || typeof uses !== 'number' ? null : uses;
    try {
      const { entryId } = await issue.mutateAsync({
        customerId,
        cardTypeId: type.id,
        uses: usesLeft,
        priceCents: parseMoney(priceCents),
        reason,
      });
      done({
        label: t('countCards.card.done.issue', { name, card: type.name }),
        undo: () => call('countCards.reverse', { entryId, reason: t('countCards.card.undone') }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <Paper withBorder p="md">
      <SaveForm onSubmit={submit} onCancel={onClose}>
        <Stack gap="xs">
          <Select
            ref={first}
            label={t('countCards.card.which')}
            searchable
            data={types.map(({ id, name: label }) => ({ value: id, label }))}
            {...form.getInputProps('cardTypeId')}
            onChange={(cardTypeId: string | null) => {
              const chosen = types.find(({ id }) => id === cardTypeId);
              form.setValues({
                cardTypeId,
                uses: chosen?.uses ?? '',
                priceCents: chosen === undefined ? '' : moneyInputText(chosen.priceCents),
              });
            }}
          />
          <Group grow align="flex-start">
            {type !== undefined && type.uses !== null && (
              <NumberInput
                label={t('countCards.card.usesLeft')}
                description={t('countCards.card.usesLeftHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                min={1}
                max={MOST_USES}
                allowDecimal={false}
                clampBehavior="strict"
                {...form.getInputProps('uses')}
              />
            )}
            <TextInput
              label={t('countCards.card.paid')}
              inputMode="decimal"
              maxLength={16}
              autoComplete="off"
              {...form.getInputProps('priceCents')}
            />
          </Group>
          <TextInput
            label={t('countCards.card.reason')}
            placeholder={t('countCards.card.reasonHint')}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('reason')}
          />
          <Group gap="xs">
            <Button type="submit" loading={issue.isPending}>
              {t('countCards.card.issue')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </SaveForm>
    </Paper>
  );
};
