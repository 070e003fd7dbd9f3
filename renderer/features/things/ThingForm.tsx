import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thing } from '../../../shared/contract/things.ts';
import { parsePartialDate, partialDateInputText } from '../../../shared/domain/partialDate.ts';
import { thingDefinitions } from '../../../shared/domain/things/definitions.ts';
import type { ThingType } from '../../../shared/domain/things/types.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { BirthdayInput } from '../customers/form/BirthdayInput.tsx';
import { ThingFieldInput } from './ThingFieldInput.tsx';
import classes from './Things.module.css';
import { fieldProblems, fieldsOf, textsOf } from './thingValues.ts';
import type { ThingInput } from './useThings.ts';

interface ThingFormProps {
  readonly type: ThingType;
  /** What is being changed; null adds. */
  readonly thing: Thing | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: ThingInput) => Promise<void>;
  readonly onClose: () => void;
}

/** A thing with the fields of its type, written or changed where it stands. Ctrl+Enter saves, Escape leaves it as it was. */
export const ThingForm = ({ type, thing, onSave, onClose }: ThingFormProps) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const first = useFocusOnMount();
  const { language } = settings;
  const definition = thingDefinitions[type];
  const [name, setName] = useState(thing?.name ?? '');
  const [note, setNote] = useState(thing?.note ?? '');
  const [texts, setTexts] = useState(textsOf(thing));
  const [birth, setBirth] = useState(thing?.birthDate == null ? '' : partialDateInputText(thing.birthDate, language));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setIsSaving] = useState(false);

  const birthDate = birth.trim() === '' ? null : parsePartialDate(birth, today);
  const faults = (): Record<string, string> => {
    const found: Record<string, string> = {};
    if (name.trim() === '') found['name'] = t('errors.issue.required');
    if (birth.trim() !== '' && birthDate === null) found['birthDate'] = t('errors.issue.no_such_day');
    for (const [field, problem] of Object.entries(fieldProblems(type, texts)))
      found[field] = problem === 'too_long' ? t('errors.issue.invalid') : t(`errors.issue.${problem}`);
    return found;
  };
  const save = async (): Promise<void> => {
    const found = faults();
    setErrors(found);
    if (Object.keys(found).length > 0 || isSaving) return;
    const fields = fieldsOf(type, texts);
    setIsSaving(true);
    try {
      await onSave({ name: name.trim(), fields, birthDate, note });
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
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <TextInput
            ref={first}
            label={definition.nameLabel[language]}
            placeholder={definition.nameExample[language]}
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
            error={errors['name']}
          />
          {definition.fields.map((field) => (
            <ThingFieldInput
              key={field.name}
              field={field}
              value={texts[field.name] ?? ''}
              onChange={(text) => {
                setTexts((before) => ({ ...before, [field.name]: text }));
              }}
              error={errors[field.name]}
            />
          ))}
        </SimpleGrid>
        {definition.hasBirthDate && (
          <BirthdayInput label={t('things.birthDate')} value={birth} onChange={setBirth} error={errors['birthDate']} />
        )}
        <Textarea
          label={t('things.note')}
          placeholder={t('things.noteHint')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
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
