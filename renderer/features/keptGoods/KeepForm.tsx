import { Autocomplete, Radio, Group, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { KeptGood } from '../../../shared/contract/keptGoods.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { KeptOwner } from './KeptDrawer.tsx';

interface KeepFormProps {
  readonly owner: KeptOwner;
  /** What is corrected; null for something new. */
  readonly good: KeptGood | null;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly origin: string;
  readonly quantity: string;
  readonly place: string;
  readonly expiresOn: string | null;
  readonly note: string;
}

const dayOf = (text: string | null) => (text !== null && isLocalDate(text) ? localDate(text) : null);

/** Something is left with the shop, or what is said of it is corrected. */
export const KeepForm = ({ owner, good, onClose }: KeepFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const may = useMay();
  const keep = useCommand('keptGoods.keep', { quiet: true });
  const change = useCommand('keptGoods.change', { quiet: true });
  const usual = useOperation('visits.usualItems', { customerId: owner.id }, { enabled: may('visits.read') });
  const form = useForm<Values>({
    initialValues: {
      name: good?.name ?? '',
      origin: good?.isBought === false ? 'own' : 'bought',
      quantity: '1',
      place: good?.place ?? '',
      expiresOn: good?.expiresOn ?? null,
      note: good?.note ?? '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      quantity: (text) => ((parseQuantity(text) ?? 0) > 0 ? null : t('keptGoods.quantityFault')),
    },
  });
  const submit = form.onSubmit(async ({ quantity, origin, expiresOn: typed, ...words }) => {
    const fields = { ...words, isBought: origin === 'bought', expiresOn: dayOf(typed) };
    try {
      if (good === null) {
        const many = parseQuantity(quantity) ?? 0;
        const { entryId } = await keep.mutateAsync({ customerId: owner.id, quantity: many, ...fields });
        done({
          label: t('keptGoods.done.kept', { name: owner.name, item: words.name }),
          undo: () => call('keptGoods.reverse', { entryId, reason: t('keptGoods.takenBackReason') }),
        });
      } else {
        const { name, isBought, expiresOn } = good;
        const before = { name, isBought, expiresOn, place: good.place ?? '', note: good.note ?? '' };
        await change.mutateAsync({ keptId: good.id, ...fields });
        done({
          label: t('keptGoods.done.changed', { item: words.name }),
          undo: () => call('keptGoods.change', { keptId: good.id, ...before }),
        });
      }
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Autocomplete
          ref={first}
          size="md"
          label={t('keptGoods.fields.name')}
          data={[...new Set((usual.data?.items ?? []).map(({ name }) => name))]}
          maxLength={80}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Radio.Group label={t('keptGoods.fields.origin')} {...form.getInputProps('origin')}>
          <Group gap="lg" mt={4}>
            <Radio value="bought" label={t('keptGoods.bought')} />
            <Radio value="own" label={t('keptGoods.own')} />
          </Group>
        </Radio.Group>
        {good === null && (
          <TextInput
            label={t('keptGoods.fields.quantity')}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            {...form.getInputProps('quantity')}
          />
        )}
        <TextInput label={t('keptGoods.fields.place')} maxLength={80} autoComplete="off" {...form.getInputProps('place')} />
        <DateInput
          label={t('keptGoods.fields.expiresOn')}
          valueFormat="YYYY-MM-DD"
          clearable
          {...form.getInputProps('expiresOn')}
        />
        <TextInput label={t('keptGoods.fields.note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
        <FormButtons
          words={t(good === null ? 'keptGoods.actions.keep' : 'common.save')}
          isPending={keep.isPending || change.isPending}
          onClose={onClose}
        />
      </Stack>
    </SaveForm>
  );
};
