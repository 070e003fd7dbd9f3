import { Autocomplete, Button, Group, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '../../../shared/contract/interests.ts';
import { cleanRequirements, interestKinds, usualRequirements } from '../../../shared/domain/interests.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from '../things/Things.module.css';
import { RequirementRows } from './RequirementRows.tsx';
import type { InterestInput } from './useInterests.ts';

interface InterestFormProps {
  /** What is being changed; null writes a new one. */
  readonly interest: Interest | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: InterestInput) => Promise<void>;
  readonly onClose: () => void;
}

const DEBOUNCE_MILLISECONDS = 80;
const MOST_PRODUCTS = 8;

/** What a customer looked at, tried, asked about or wants; a wish says exactly what. Ctrl+Enter saves, Escape closes. */
export const InterestForm = ({ interest, onSave, onClose }: InterestFormProps) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const first = useFocusOnMount();
  const [kind, setKind] = useState(interest?.kind ?? 'asked');
  const [name, setName] = useState(interest?.name ?? '');
  const [on, setOn] = useState(interest?.on ?? today);
  const [note, setNote] = useState(interest?.note ?? '');
  const [wantedBy, setWantedBy] = useState(interest?.wantedBy ?? null);
  const [requirements, setRequirements] = useState(
    interest?.requirements ?? [{ label: usualRequirements[settings.language][0] ?? '', value: '' }],
  );
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setIsSaving] = useState(false);
  const [wanted] = useDebouncedValue(name.trim(), DEBOUNCE_MILLISECONDS);
  const found = useOperation('products.list', { text: wanted, limit: MOST_PRODUCTS }, { keepPrevious: true }).data?.rows ?? [];
  const productNames = [...new Set(found.map((product) => product.name))];

  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setErrors({ name: t('errors.issue.required') });
      return;
    }
    if (isSaving) return;
    setIsSaving(true);
    const known = found.find((product) => product.name === name.trim())?.id;
    const kept = interest?.name === name.trim() ? interest.productId : null;
    try {
      await onSave({
        kind,
        productId: known ?? kept,
        name: name.trim(),
        on,
        note,
        requirements: kind === 'wanted' ? cleanRequirements(requirements) : [],
        wantedBy: kind === 'wanted' ? wantedBy : null,
      });
      onClose();
    } catch (error) {
      const told = formErrors(t, error);
      setErrors(told);
      if (Object.keys(told).length === 0) showError(error);
      setIsSaving(false);
    }
  };
  return (
    <SaveForm
      className={classes['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onCancel={onClose}
    >
      <Stack gap="xs">
        <SegmentedControl
          aria-label={t('interests.add')}
          value={kind}
          onChange={(value) => {
            setKind(interestKinds.find((known) => known === value) ?? kind);
          }}
          data={interestKinds.map((value) => ({ value, label: t(`interests.kinds.${value}`) }))}
        />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Autocomplete
            ref={first}
            // In a drawer the trap of the focus decides, not the mount.
            data-autofocus
            label={t('interests.product')}
            placeholder={t('interests.productHint')}
            maxLength={80}
            data={productNames}
            filter={({ options }) => options}
            value={name}
            onChange={setName}
            error={errors['name']}
          />
          <DateInput
            label={t('interests.on')}
            valueFormat="YYYY-MM-DD"
            maxDate={today}
            value={on}
            onChange={(value) => {
              if (value !== null && isLocalDate(value)) setOn(localDate(value));
            }}
            error={errors['on']}
          />
        </SimpleGrid>
        {kind === 'wanted' && (
          <>
            <RequirementRows
              rows={requirements}
              onChange={(rows) => {
                setRequirements([...rows]);
              }}
            />
            <DateInput
              label={t('interests.wantedByLabel')}
              valueFormat="YYYY-MM-DD"
              placeholder="YYYY-MM-DD"
              clearable
              value={wantedBy}
              onChange={(value) => {
                setWantedBy(value !== null && isLocalDate(value) ? localDate(value) : null);
              }}
            />
          </>
        )}
        <TextInput
          label={t('interests.note')}
          placeholder={t('interests.noteHint')}
          maxLength={500}
          autoComplete="off"
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={isSaving}>
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
