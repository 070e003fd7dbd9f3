import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { KeptGood } from '../../../shared/contract/keptGoods.ts';
import { formatQuantity, parseQuantity } from '../../../shared/domain/quantity.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

interface TakeFormProps {
  readonly good: KeptGood;
  readonly onClose: () => void;
}

/** Hands out some of what is kept, or all of it. */
export const TakeForm = ({ good, onClose }: TakeFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const take = useCommand('keptGoods.take', { quiet: true });
  const most = formatQuantity(good.leftQuantity);
  const form = useForm({
    initialValues: { quantity: most, reason: '' },
    validate: {
      quantity: (text) => {
        const many = parseQuantity(text);
        return many === null || many <= 0 || many > good.leftQuantity ? t('keptGoods.takeFault', { most }) : null;
      },
    },
  });
  const submit = form.onSubmit(async ({ quantity, reason }) => {
    try {
      const { entryId } = await take.mutateAsync({ keptId: good.id, quantity: parseQuantity(quantity) ?? 0, reason });
      done({
        label: t('keptGoods.done.taken', { item: good.name, many: quantity }),
        undo: () => call('keptGoods.reverse', { entryId, reason: t('keptGoods.takenBackReason') }),
      });
      onClose();
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
          label={t('keptGoods.fields.take', { item: good.name })}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          {...form.getInputProps('quantity')}
        />
        <TextInput label={t('keptGoods.fields.reason')} maxLength={200} autoComplete="off" {...form.getInputProps('reason')} />
        <FormButtons words={t('keptGoods.actions.take')} isPending={take.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
