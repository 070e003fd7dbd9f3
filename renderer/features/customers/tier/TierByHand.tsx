import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { isLocalDate } from '../../../../shared/types/time.ts';
import { useShop } from '../../../app/shop.tsx';
import { useUndo } from '../../../app/useUndo.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { Card } from '../form/customerValues.ts';
import type { TierOfCustomer } from './TierDrawer.tsx';

interface TierByHandProps {
  readonly card: Card;
  readonly held: TierOfCustomer['held'];
  readonly onClose: () => void;
}

/** Sets a tier by hand: which, until when, why, and whether it then stays whatever is spent. */
export const TierByHand = ({ card, held, onClose }: TierByHandProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('tiers.setByHand', { quiet: true });
  const tiers = useOperation('tiers.list', {}).data?.tiers ?? [];
  const customerId = card.id;
  const form = useForm({
    initialValues: { tierId: held?.tier.id ?? null, untilOn: null as string | null, isFixed: false, reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async ({ tierId, untilOn, isFixed, reason }) => {
    try {
      const until = untilOn !== null && isLocalDate(untilOn) ? untilOn : null;
      const { before } = await save.mutateAsync({ customerId, tierId, untilOn: until, isFixed, reason });
      done({
        label: t('tiers.done.set', {
          name: card.fields.name,
          tier: tiers.find(({ id }) => id === tierId)?.name ?? t('tiers.card.none'),
        }),
        undo: () => call('tiers.setByHand', { customerId, ...before, reason: t('tiers.card.setBack') }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        <Select
          ref={first}
          label={t('tiers.name')}
          clearable
          placeholder={t('tiers.card.none')}
          data={tiers.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('tierId')}
        />
        <DateInput
          label={t('tiers.card.untilField')}
          placeholder={t('tiers.card.untilHint')}
          valueFormat="YYYY-MM-DD"
          clearable
          minDate={today}
          {...form.getInputProps('untilOn')}
        />
        <TextInput
          label={t('tiers.card.reason')}
          placeholder={t('tiers.card.reasonHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <Checkbox label={t('tiers.card.isFixed')} {...form.getInputProps('isFixed', { type: 'checkbox' })} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
