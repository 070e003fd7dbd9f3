import { Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MemberCardBatch } from '../../../shared/contract/memberCards.ts';
import { cardsOfBatch, numbersOfBatch } from '../../../shared/domain/wallet/memberCards.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

const isRange = (first: string, last: string): boolean =>
  /^\d{1,10}$/.test(first) && first.length === last.length && /^\d+$/.test(last) && Number(first) <= Number(last);

interface MemberCardBatchFormProps {
  /** Null makes a new one. */
  readonly batch: MemberCardBatch | null;
  readonly onClose: () => void;
}

/** From which number to which, with which letters before it; and of a batch that is there the next cards to hand out. */
export const MemberCardBatchForm = ({ batch, onClose }: MemberCardBatchFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const focused = useFocusOnMount();
  const save = useCommand('memberCards.saveBatch', { quiet: true });
  const form = useForm({
    initialValues: {
      name: batch?.name ?? '',
      prefix: batch?.prefix ?? '',
      first: batch?.first ?? '',
      last: batch?.last ?? '',
      hasCheckDigit: batch?.hasCheckDigit ?? false,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      first: (first) => (/^\d{1,10}$/.test(first.trim()) ? null : t('errors.issue.card_figures')),
      last: (last, { first }) => (isRange(first.trim(), last.trim()) ? null : t('errors.issue.card_range')),
    },
  });
  const trimmed = {
    ...form.values,
    prefix: form.values.prefix.trim(),
    first: form.values.first.trim(),
    last: form.values.last.trim(),
  };
  const preview = isRange(trimmed.first, trimmed.last) ? numbersOfBatch({ ...trimmed, last: trimmed.first })[0] : undefined;
  const submit = form.onSubmit(async (values) => {
    try {
      const { batchId, before } = await save.mutateAsync({ batchId: batch?.id ?? null, ...values });
      form.resetDirty();
      done({
        label: t(before === null ? 'wallet.batches.done.created' : 'wallet.batches.done.changed', { name: values.name.trim() }),
        undo: async () => {
          if (before === null) await call('memberCards.removeBatch', { batchId });
          else await call('memberCards.saveBatch', { batchId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{batch === null ? t('wallet.batches.new') : batch.name}</Title>
        <TextInput
          ref={focused}
          label={t('wallet.batches.name')}
          placeholder={t('wallet.batches.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('wallet.batches.prefix')}
          placeholder={t('wallet.batches.prefixHint')}
          maxLength={12}
          autoComplete="off"
          {...form.getInputProps('prefix')}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('wallet.batches.first')}
            placeholder="000001"
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            {...form.getInputProps('first')}
          />
          <TextInput
            label={t('wallet.batches.last')}
            placeholder="000500"
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            {...form.getInputProps('last')}
          />
        </Group>
        <Checkbox label={t('wallet.batches.checkDigit')} {...form.getInputProps('hasCheckDigit', { type: 'checkbox' })} />
        {preview !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {t('wallet.batches.preview', { number: preview, count: cardsOfBatch(trimmed) })}
          </Text>
        )}
        {batch !== null && (
          <Stack gap={4}>
            <Text component="h3" size="sm" fw={700}>
              {t('wallet.batches.next', { left: batch.left })}
            </Text>
            <Text size="sm">
              {batch.next.length === 0 ? t('wallet.batches.noneLeft') : batch.next.join(t('common.listSeparator'))}
            </Text>
          </Stack>
        )}
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={null}
          remove={
            batch && {
              run: () => call('memberCards.removeBatch', { batchId: batch.id }),
              told: t('wallet.batches.done.removed', { name: batch.name }),
              undo: () => {
                const { name, prefix, first, last, hasCheckDigit } = batch;
                return call('memberCards.saveBatch', { name, prefix, first, last, hasCheckDigit });
              },
            }
          }
        />
      </Stack>
    </SaveForm>
  );
};
