import { Button, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useErrorToast } from '../../../app/useErrorToast.tsx';
import { useShop } from '../../../app/shop.tsx';
import { validateBy } from '../../../components/formValidation.ts';
import { customerErrors } from '../form/customerErrors.ts';
import { customerValuesSchema, valuesOf, type Card } from '../form/customerValues.ts';
import { DuplicateWarning } from '../form/DuplicateWarning.tsx';
import { FieldInput, type CustomerFormApi } from '../form/FieldInput.tsx';
import { contractFieldsOf, isTextField, type FieldName } from '../form/fields.ts';
import { useSaveCustomer } from '../useSaveCustomer.ts';
import classes from './Facts.module.css';
import { useFactText } from './useFactText.ts';
import { VerifiedMark } from './VerifiedMark.tsx';

interface FactRowProps {
  readonly card: Card;
  readonly field: FieldName;
}

/** One fact: a press turns it into its field, Enter saves, Escape leaves it as it was. */
export const FactRow = ({ card, field }: FactRowProps) => {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  const text = useFactText(card)(field);
  const label = t(`customers.fields.${field}`);
  const [contractField] = contractFieldsOf(field);
  const verification = card.verifications.find((known) => known.field === contractField);
  const wasEditing = useRef(false);
  useEffect(() => {
    // Back to where the keyboard was.
    if (wasEditing.current && !isEditing) row.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const close = (): void => {
    setIsEditing(false);
  };
  if (isEditing) return <FactEditor card={card} field={field} label={label} onClose={close} />;
  return (
    <UnstyledButton
      ref={row}
      data-fact={field}
      className={classes['row']}
      onClick={() => {
        setIsEditing(true);
      }}
    >
      <Text span inherit c="dimmed">
        {label}
      </Text>
      {text === null ? (
        <span className={classes['unknown']}>
          <Text span inherit c="dimmed" aria-hidden>
            —
          </Text>
          <Text span inherit c="jade" className={classes['add']}>
            {t('customers.facts.add')}
          </Text>
        </span>
      ) : (
        <span className={classes['known']}>
          <Text span inherit lineClamp={4} fw={field === 'safetyNote' ? 700 : 400} c={field === 'safetyNote' ? 'red' : 'inherit'}>
            {text}
          </Text>
          {verification !== undefined && <VerifiedMark on={verification.verifiedOn} source={verification.source} />}
        </span>
      )}
      <VisuallyHidden>{t('customers.facts.edit', { field: label })}</VisuallyHidden>
    </UnstyledButton>
  );
};

/** The field of one fact in place of its line: Enter saves, Escape leaves it as it was. */
export const FactEditor = ({
  card,
  field,
  label,
  onClose,
}: FactRowProps & { readonly label: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const { save, isSaving } = useSaveCustomer(card);
  const form: CustomerFormApi = useForm({
    initialValues: valuesOf(card, settings.language),
    validate: validateBy(t, customerValuesSchema(today)),
  });

  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const input = element.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea');
    input?.focus();
    if (input instanceof HTMLInputElement && input.type === 'text') input.select();
  }, []);

  const submit = form.onSubmit(async (values) => {
    try {
      await save(values, { label: `${t('customers.facts.saved', { field: label })} · ${values.name.trim()}` });
      onClose();
    } catch (error) {
      const errors = customerErrors(t, error, 'changes.');
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) showError(error);
    }
  });
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (
      event.key === 'Enter' &&
      (event.ctrlKey ||
        event.metaKey ||
        (!isTextField(field) && event.target instanceof HTMLInputElement && event.target.role !== 'combobox'))
    ) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };

  return (
    <SaveForm ref={element} className={classes['editor']} onSubmit={submit} onKeyDown={onKeyDown}>
      <Text size="sm" c="dimmed" mb={4}>
        {label}
      </Text>
      <FieldInput form={form} field={field} hideLabel />
      {(field === 'phone' || field === 'cardNo' || field === 'wechat' || field === 'email') && (
        <DuplicateWarning {...{ [field]: form.values[field] }} exceptId={card.id} />
      )}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" loading={isSaving}>
          {t('common.save')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </SaveForm>
  );
};
