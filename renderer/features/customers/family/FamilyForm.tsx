import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { parsePartialDate, partialDateInputText } from '../../../../shared/domain/partialDate.ts';
import { useErrorToast } from '../../../app/useErrorToast.tsx';
import { useShop } from '../../../app/shop.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import { formErrors } from '../../../ipc/formErrors.ts';
import facts from '../facts/Facts.module.css';
import { BirthdayInput } from '../form/BirthdayInput.tsx';
import type { FamilyRow } from './familyValues.ts';

export interface FamilyFormWords {
  readonly name: string;
  readonly nameHint?: string;
  readonly isDateNeeded: boolean;
  readonly hasRelation: boolean;
}

/** Stands for the shop's own setting among the lead times. */
const SHOP_LEAD = 'shop';
const leads = [0, 1, 2, 3, 5, 7, 14, 30, 60] as const;

interface FamilyFormProps {
  readonly words: FamilyFormWords;
  readonly row: FamilyRow;
  readonly onSave: (row: FamilyRow) => Promise<void>;
  readonly onClose: () => void;
}

/** Adds or changes one entry where it stands: Enter saves, Escape leaves it as it was. */
export const FamilyForm = ({ words, row, onSave, onClose }: FamilyFormProps) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const first = useFocusOnMount();
  const form = useForm({
    initialValues: {
      name: row.name,
      relation: row.relation,
      date: row.date === null ? '' : partialDateInputText(row.date, settings.language),
      isOnce: !row.isYearly,
      leadDays: row.leadDays,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      date: (date) => {
        if (date.trim() === '') return words.isDateNeeded ? t('errors.issue.required') : null;
        return parsePartialDate(date, today) === null ? t('errors.issue.no_such_day') : null;
      },
    },
  });
  const save = form.onSubmit(async ({ name, relation, date, isOnce, leadDays }) => {
    try {
      await onSave({
        id: row.id,
        name: name.trim(),
        relation: relation.trim(),
        date: parsePartialDate(date, today),
        isYearly: !isOnce,
        leadDays,
      });
      onClose();
    } catch (error) {
      const { label, birthDate, ...others } = formErrors(t, error);
      const errors = {
        ...others,
        ...(label === undefined ? {} : { name: label }),
        ...(birthDate === undefined ? {} : { date: birthDate }),
      };
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) showError(error);
    }
  });
  return (
    <SaveForm
      className={facts['editor']}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.role !== 'combobox') {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <Stack gap="xs">
        <SimpleGrid cols={words.hasRelation ? 2 : 1} spacing="sm">
          <TextInput
            ref={first}
            label={words.name}
            placeholder={words.nameHint}
            maxLength={words.hasRelation ? 60 : 40}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          {words.hasRelation && (
            <TextInput
              label={t('customers.family.relation')}
              placeholder={t('customers.family.relationHint')}
              maxLength={40}
              autoComplete="off"
              {...form.getInputProps('relation')}
            />
          )}
        </SimpleGrid>
        <BirthdayInput
          label={words.hasRelation ? t('customers.family.birthDate') : t('customers.family.date')}
          value={form.values.date}
          onChange={(text) => {
            form.setFieldValue('date', text);
          }}
          error={form.errors['date']}
        />
        {!words.hasRelation && (
          <Group gap="lg" align="flex-end">
            <Select
              w="12rem"
              label={t('card.family.lead')}
              allowDeselect={false}
              data={[
                { value: SHOP_LEAD, label: t('card.family.leadShop', { count: settings.birthdayAheadDays }) },
                ...leads.map((days) => ({ value: String(days), label: t('card.portrait.days', { count: days }) })),
              ]}
              value={form.values.leadDays === null ? SHOP_LEAD : String(form.values.leadDays)}
              onChange={(value) => {
                form.setFieldValue('leadDays', value === null || value === SHOP_LEAD ? null : Number(value));
              }}
            />
            <Checkbox
              mb={8}
              label={t('card.family.once')}
              description={t('card.family.onceHint')}
              {...form.getInputProps('isOnce', { type: 'checkbox' })}
            />
          </Group>
        )}
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
