import { Group, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MembershipPlanDefinition } from '../../../shared/contract/memberships.ts';
import {
  LEAST_CYCLE_DAYS,
  MOST_CYCLE_COUPONS,
  MOST_CYCLE_DAYS,
  MOST_MEMBERSHIP_MONTHS,
  membershipCycles,
} from '../../../shared/domain/loyalty/memberships.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { inputOf, planErrors, valuesOf, type PlanValues } from './planValues.ts';

interface PlanFormProps {
  /** Null makes a new one. */
  readonly plan: MembershipPlanDefinition | null;
  readonly onClose: () => void;
}

/** What a paid membership costs, how long it runs, and what it gives meanwhile. */
export const PlanForm = ({ plan, onClose }: PlanFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('memberships.savePlan', { quiet: true });
  const tiers = useOperation('tiers.list', {}).data?.tiers ?? [];
  const coupons = useOperation('coupons.types', {}).data?.types ?? [];
  const form = useForm<PlanValues>({ initialValues: valuesOf(plan), validate: planErrors(t) });
  const submit = form.onSubmit(async (values) => {
    try {
      const { planId, before } = await save.mutateAsync({ ...inputOf(values), planId: plan?.id ?? null });
      form.resetDirty();
      done({
        label: t(before === null ? 'memberships.plans.done.created' : 'memberships.plans.done.changed', {
          name: values.name.trim(),
        }),
        undo: async () => {
          if (before === null) await call('memberships.removePlan', { planId });
          else await call('memberships.savePlan', { ...before, planId });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { every, couponTypeId } = form.values;
  const whole = (label: string, field: 'months' | 'everyDays' | 'coupons' | 'points', min: number, max: number) => (
    <NumberInput label={label} min={min} max={max} allowDecimal={false} clampBehavior="strict" {...form.getInputProps(field)} />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{plan === null ? t('memberships.plans.new') : plan.name}</Title>
        <TextInput
          ref={first}
          label={t('memberships.plans.name')}
          placeholder={t('memberships.plans.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('memberships.plans.price')}
            inputMode="decimal"
            maxLength={16}
            autoComplete="off"
            {...form.getInputProps('price')}
          />
          {whole(t('memberships.plans.months'), 'months', 1, MOST_MEMBERSHIP_MONTHS)}
        </Group>
        {tiers.length > 0 && (
          <Select
            label={t('memberships.plans.tier')}
            description={t('memberships.plans.tierHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder={t('memberships.plans.noTier')}
            clearable
            data={tiers.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('tierId')}
          />
        )}
        <Group grow align="flex-start">
          <Select
            label={t('memberships.plans.every')}
            allowDeselect={false}
            data={membershipCycles.map((value) => ({ value, label: t(`memberships.plans.cycles.${value}`) }))}
            {...form.getInputProps('every')}
          />
          {every === 'days' && whole(t('memberships.plans.everyDays'), 'everyDays', LEAST_CYCLE_DAYS, MOST_CYCLE_DAYS)}
        </Group>
        <Group grow align="flex-start">
          <Select
            label={t('memberships.plans.coupon')}
            placeholder={t('memberships.plans.noCoupon')}
            clearable
            searchable
            nothingFoundMessage={t('coupons.card.noTypes')}
            data={coupons.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('couponTypeId')}
          />
          {couponTypeId !== null && whole(t('memberships.plans.coupons'), 'coupons', 1, MOST_CYCLE_COUPONS)}
        </Group>
        {whole(t('memberships.plans.points'), 'points', 0, 1_000_000)}
        <Text size="sm" c="dimmed">
          {t('memberships.plans.lapse')}
        </Text>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            plan && {
              label: t(plan.isArchived ? 'memberships.plans.use' : 'memberships.plans.archive'),
              run: () => call('memberships.archivePlan', { planId: plan.id, isArchived: !plan.isArchived }),
              told: t(plan.isArchived ? 'memberships.plans.done.used' : 'memberships.plans.done.archived', { name: plan.name }),
              undo: () => call('memberships.archivePlan', { planId: plan.id, isArchived: plan.isArchived }),
            }
          }
          remove={
            plan !== null && !plan.isUsed
              ? {
                  run: () => call('memberships.removePlan', { planId: plan.id }),
                  told: t('memberships.plans.done.removed', { name: plan.name }),
                  undo: async () => {
                    const { planId } = await call('memberships.savePlan', inputOf(valuesOf(plan)));
                    if (plan.isArchived) await call('memberships.archivePlan', { planId, isArchived: true });
                  },
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
