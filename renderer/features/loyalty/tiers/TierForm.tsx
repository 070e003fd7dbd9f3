import { Checkbox, Group, NumberInput, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { MOST_TIERS, type TierDefinition } from '../../../../shared/contract/tiers.ts';
import { useShop } from '../../../app/shop.tsx';
import { useUndo } from '../../../app/useUndo.tsx';
import { LeaveGuard } from '../../../components/LeaveGuard.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { DefinitionButtons } from '../../settings/DefinitionButtons.tsx';
import { TierGift } from './TierGift.tsx';
import { TierMoves } from './TierMoves.tsx';
import { TierPrices } from './TierPrices.tsx';
import { inputOf, tierErrors, valuesOf, type TierValues } from './tierValues.ts';

interface TierFormProps {
  /** Null makes a new one. */
  readonly tier: TierDefinition | null;
  /** All of them, the lowest first. */
  readonly tiers: readonly TierDefinition[];
  readonly onClose: () => void;
}

/** What leads to a tier, what keeps it and what it brings; putting it away. */
export const TierForm = ({ tier, tiers, onClose }: TierFormProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const basis = settings.tierBasis;
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('tiers.save', { quiet: true });
  const last = Math.min(MOST_TIERS, tier === null ? tiers.length + 1 : tiers.length);
  const place = tier === null ? last : tiers.findIndex(({ id }) => id === tier.id) + 1;
  const form = useForm<TierValues>({ initialValues: valuesOf(tier, place, basis), validate: tierErrors(t, basis) });
  const submit = form.onSubmit(async (values) => {
    const input = inputOf(values, basis);
    if (input === null) return;
    try {
      const { tierId, before } = await save.mutateAsync({ tierId: tier?.id ?? null, ...input });
      form.resetDirty();
      done({
        label: t(before === null ? 'tiers.done.created' : 'tiers.done.changed', { name: input.name.trim() }),
        undo: async () => {
          if (before === null) await call('tiers.remove', { tierId });
          else await call('tiers.save', { tierId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const whole = (field: 'place' | 'earnPercent', min: number, max: number) => (
    <NumberInput
      label={t(`tiers.${field}`)}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      {...form.getInputProps(field)}
      onChange={(value) => {
        form.setFieldValue(field, typeof value === 'number' ? value : min);
      }}
    />
  );
  const text = (field: 'threshold' | 'keepThreshold' | 'discount', label: string, hint: string) => (
    <TextInput
      label={label}
      placeholder={hint}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      {...form.getInputProps(field)}
    />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{tier === null ? t('tiers.new') : tier.name}</Title>
        <Group grow align="flex-start">
          <TextInput
            ref={first}
            label={t('tiers.name')}
            placeholder={t('tiers.nameHint')}
            maxLength={20}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          {whole('place', 1, last)}
        </Group>
        <Group grow align="flex-start">
          {text('threshold', t(`tiers.reach.${basis}`), '')}
          {text('keepThreshold', t(`tiers.keepAt.${basis}`), t('tiers.keepHint'))}
        </Group>
        <TierMoves
          tierId={tier?.id ?? null}
          basis={basis}
          place={form.values.place}
          threshold={form.values.threshold}
          keepThreshold={form.values.keepThreshold}
        />
        <Group grow align="flex-start">
          {text('discount', t('tiers.discount'), t('tiers.discountHint'))}
          {whole('earnPercent', 0, 2000)}
        </Group>
        <Checkbox label={t('tiers.buysEarly')} {...form.getInputProps('buysEarly', { type: 'checkbox' })} />
        <Textarea
          label={t('tiers.perks')}
          placeholder={t('tiers.perksHint')}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('perks')}
        />
        <TierGift form={form} />
        <TierPrices form={form} />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            tier && {
              label: t(tier.isArchived ? 'tiers.use' : 'tiers.archive'),
              run: () => call('tiers.archive', { tierId: tier.id, isArchived: !tier.isArchived }),
              told: t(tier.isArchived ? 'tiers.done.used' : 'tiers.done.archived', { name: tier.name }),
              undo: () => call('tiers.archive', { tierId: tier.id, isArchived: tier.isArchived }),
            }
          }
          remove={
            tier !== null && !tier.isUsed
              ? {
                  run: () => call('tiers.remove', { tierId: tier.id }),
                  told: t('tiers.done.removed', { name: tier.name }),
                  undo: async () => {
                    const {
                      id: _id,
                      members: _members,
                      isArchived: _away,
                      isUsed: _used,
                      giftCoupon: _name,
                      prices,
                      ...fields
                    } = tier;
                    const list = prices.map(({ productId, priceCents }) => ({ productId, priceCents }));
                    await call('tiers.save', { ...fields, prices: list, place });
                  },
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
