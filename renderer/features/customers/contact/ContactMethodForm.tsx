import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import { contactTypeSchema } from '../../../../shared/contract/contactMethods.ts';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import facts from '../facts/Facts.module.css';
import type { Card } from '../form/customerValues.ts';
import { DuplicateWarning } from '../form/DuplicateWarning.tsx';
import { useContactMethods, type ContactMethod } from './useContactMethods.ts';

interface ContactMethodFormProps {
  readonly card: Card;
  /** Null adds one. */
  readonly method: ContactMethod | null;
  /** What a new one is at first. */
  readonly type?: ContactMethod['type'];
  readonly onClose: () => void;
}

/** Adds or changes one way to reach the person: Enter saves, Escape leaves it as it was. */
export const ContactMethodForm = ({ card, method, type: usual = 'mobile', onClose }: ContactMethodFormProps) => {
  const { t } = useTranslation();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const { save, isSaving } = useContactMethods(card);
  const form = useForm({
    initialValues: { type: method?.type ?? usual, label: method?.label ?? '', value: method?.value ?? '' },
    validate: { value: (value) => (value.trim() === '' ? t('errors.issue.required') : null) },
  });
  const { type } = form.values;
  const isPhone = type === 'mobile' || type === 'landline';
  const submit = form.onSubmit(async ({ label, value }) => {
    try {
      await save({ methodId: method?.id ?? null, type, label: label.trim(), value: value.trim() });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm
      className={facts['editor']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
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
        <TextInput
          ref={first}
          label={t('card.contact.value')}
          inputMode={isPhone ? 'tel' : type === 'email' ? 'email' : 'text'}
          maxLength={120}
          autoComplete="off"
          {...form.getInputProps('value')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label={t('card.contact.typeLabel')}
            allowDeselect={false}
            data={contactTypeSchema.options.map((value) => ({ value, label: t(`card.contact.type.${value}`) }))}
            value={type}
            onChange={(value) => {
              form.setFieldValue('type', contactTypeSchema.options.find((known) => known === value) ?? type);
            }}
          />
          <TextInput
            label={t(type === 'social' ? 'card.contact.platform' : 'card.contact.label')}
            placeholder={t(type === 'social' ? 'card.contact.platformHint' : 'card.contact.labelHint')}
            maxLength={40}
            autoComplete="off"
            {...form.getInputProps('label')}
          />
        </SimpleGrid>
        {isPhone && <DuplicateWarning phone={form.values.value} exceptId={card.id} />}
        {type === 'wechat' && <DuplicateWarning wechat={form.values.value} exceptId={card.id} />}
        {type === 'email' && <DuplicateWarning email={form.values.value} exceptId={card.id} />}
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
