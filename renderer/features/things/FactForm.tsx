import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../components/useFormFailure.ts';
import type { ExpiringFact } from '../../../shared/contract/things.ts';
import { MOST_LEAD_DAYS, expiringDefinitions, expiringKinds, expiringKindsFor } from '../../../shared/domain/things/expiring.ts';
import type { ThingType } from '../../../shared/domain/things/types.ts';
import type { ThingId } from '../../../shared/types/ids.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import classes from './Things.module.css';
import type { FactInput } from './useThings.ts';

interface FactFormProps {
  /** What is being changed; null adds. */
  readonly fact: ExpiringFact | null;
  readonly owner: ThingType | 'customer';
  readonly thingId: ThingId | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: FactInput) => Promise<void>;
  readonly onClose: () => void;
}

/** Something that runs out, written or corrected where it stands. Ctrl+Enter saves, Escape leaves it as it was. */
export const FactForm = ({ fact, owner, thingId, onSave, onClose }: FactFormProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const { language, expiringLeadDays } = settings;
  const kinds = expiringKindsFor(owner);
  const form = useForm({
    initialValues: {
      kind: fact?.kind ?? kinds[0] ?? 'other',
      label: fact?.label ?? '',
      validUntil: fact?.validUntil ?? '',
      leadDays: fact?.leadDays ?? '',
      note: fact?.note ?? '',
    },
    validate: {
      label: (label, { kind }) => (kind === 'other' && label.trim() === '' ? t('errors.issue.label_missing') : null),
      validUntil: (day) => (isLocalDate(day) ? null : t('errors.issue.required')),
    },
  });
  const save = form.onSubmit(async ({ kind, label, validUntil, leadDays, note }) => {
    try {
      await onSave({
        kind,
        label: label.trim(),
        validUntil: localDate(validUntil),
        leadDays: typeof leadDays === 'number' ? leadDays : null,
        note,
        thingId,
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm className={classes['editor']} onSubmit={save} onCancel={onClose}>
      <Stack gap="xs">
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Select
            ref={first}
            label={t('things.facts.kind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: expiringDefinitions[kind].label[language] }))}
            value={form.values.kind}
            onChange={(value) => {
              const kind = expiringKinds.find((known) => known === value);
              if (kind !== undefined) form.setFieldValue('kind', kind);
            }}
          />
          <DateInput
            label={t('things.facts.validUntil')}
            valueFormat="YYYY-MM-DD"
            placeholder="YYYY-MM-DD"
            value={form.values.validUntil === '' ? null : form.values.validUntil}
            onChange={(value) => {
              form.setFieldValue('validUntil', value ?? '');
            }}
            error={form.errors['validUntil']}
          />
          <TextInput
            label={t('things.facts.label')}
            placeholder={t('things.facts.labelHint')}
            maxLength={40}
            autoComplete="off"
            {...form.getInputProps('label')}
          />
          <NumberInput
            label={t('things.facts.leadDays')}
            placeholder={t('things.facts.leadDaysHint', { days: expiringLeadDays[form.values.kind] })}
            min={0}
            max={MOST_LEAD_DAYS}
            allowDecimal={false}
            hideControls
            {...form.getInputProps('leadDays')}
          />
        </SimpleGrid>
        <TextInput label={t('things.note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm">
            {t('common.save')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
