import { Checkbox, Group, MultiSelect, Select, Stack, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Reward } from '../../../shared/contract/rewards.ts';
import { stockRules } from '../../../shared/domain/rewards/stock.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { inputOf, inputOfReward, rewardErrors, valuesOf, type RewardValues } from './rewardValues.ts';

interface RewardFormProps {
  /** Null makes a new one. */
  readonly reward: Reward | null;
  readonly onClose: () => void;
}

/** What a reward is called, what it takes, when, for whom, and whether its pieces are counted (R077). */
export const RewardForm = ({ reward, onClose }: RewardFormProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('rewards.save', { quiet: true });
  const tiers = useOperation('tiers.list', { includeArchived: true }).data?.tiers ?? [];
  const form = useForm<RewardValues>({ initialValues: valuesOf(reward), validate: rewardErrors(t) });
  const submit = form.onSubmit(async (values) => {
    try {
      const { rewardId, before } = await save.mutateAsync({ rewardId: reward?.id ?? null, ...inputOf(values) });
      form.resetDirty();
      done({
        label: t(before === null ? 'rewards.done.created' : 'rewards.done.changed', { name: values.name.trim() }),
        undo: async () => {
          if (before === null) await call('rewards.remove', { rewardId });
          else await call('rewards.save', { rewardId, ...inputOfReward(before) });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const text = (field: 'points' | 'cash' | 'cost', hint: string) => (
    <TextInput
      label={t(`rewards.${field}`)}
      placeholder={hint}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      {...form.getInputProps(field)}
    />
  );
  const day = (field: 'fromOn' | 'untilOn') => (
    <DateInput
      label={t(`rewards.${field}`)}
      placeholder={t('rewards.always')}
      valueFormat="YYYY-MM-DD"
      clearable
      {...form.getInputProps(field)}
    />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{reward === null ? t('rewards.new') : reward.name}</Title>
        <TextInput
          ref={first}
          label={t('rewards.name')}
          placeholder={t('rewards.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-start">
          {text('points', '500')}
          {text('cash', t('rewards.cashHint'))}
          {text('cost', t('rewards.costHint'))}
        </Group>
        <Group grow align="flex-start">
          {day('fromOn')}
          {day('untilOn')}
        </Group>
        {(tiers.length > 0 || form.values.tierIds.length > 0) && (
          <MultiSelect
            label={t('rewards.tiers')}
            placeholder={form.values.tierIds.length === 0 ? t('rewards.everybody') : ''}
            data={tiers.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...form.values.tierIds]}
            error={form.errors['tierIds']}
            onChange={(tierIds) => {
              form.setFieldValue('tierIds', tierIds);
            }}
          />
        )}
        <Select
          label={t('rewards.stockRule')}
          allowDeselect={false}
          data={stockRules.map((rule) => ({ value: rule, label: t(`rewards.stockRules.${rule}`) }))}
          value={form.values.stockRule}
          onChange={(value) => {
            form.setFieldValue('stockRule', stockRules.find((one) => one === value) ?? 'none');
          }}
        />
        {(settings.keepsGifts || form.values.isSample) && (
          <Checkbox label={t('rewards.isSample')} {...form.getInputProps('isSample', { type: 'checkbox' })} />
        )}
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            reward && {
              label: t(reward.isArchived ? 'rewards.use' : 'rewards.archive'),
              run: () => call('rewards.archive', { rewardId: reward.id, isArchived: !reward.isArchived }),
              told: t(reward.isArchived ? 'rewards.done.used' : 'rewards.done.archived', { name: reward.name }),
              undo: () => call('rewards.archive', { rewardId: reward.id, isArchived: reward.isArchived }),
            }
          }
          remove={
            reward !== null && !reward.isUsed
              ? {
                  run: () => call('rewards.remove', { rewardId: reward.id }),
                  told: t('rewards.done.removed', { name: reward.name }),
                  undo: () => call('rewards.save', inputOfReward(reward)),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
