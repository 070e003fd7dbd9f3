import { Button, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomField, CustomValue } from '../../../shared/contract/customFields.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from '../customers/facts/Facts.module.css';
import { CustomFieldInput } from './CustomFieldInput.tsx';

type Card = OutputOf<'customers.findById'>;
type Shown = Pick<Card, 'id' | 'fields' | 'customFields'>;

/** The shop's own fields of a customer, under their headings, each edited where it stands. */
export const CustomFieldFacts = ({ card }: { readonly card: Shown }) => {
  const { t } = useTranslation();
  const fields = useOperation('customFields.list', {}).data?.fields ?? [];
  const groups = [...new Set(fields.map(({ groupName }) => groupName))];
  return groups.map((group) => (
    <section key={group}>
      <Text component="h2" size="xs" c="dimmed" mb={4}>
        {group === '' ? t('customFields.title') : group}
      </Text>
      {fields
        .filter(({ groupName }) => groupName === group)
        .map((field) => (
          <CustomFieldRow key={field.id} card={card} field={field} />
        ))}
    </section>
  ));
};

const CustomFieldRow = ({ card, field }: { readonly card: Shown; readonly field: CustomField }) => {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // Back to where the keyboard was.
    if (wasEditing.current && !isEditing) row.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const stored = card.customFields.find(({ fieldId }) => fieldId === field.id);
  const close = (): void => {
    setIsEditing(false);
  };
  if (isEditing) return <CustomFieldEditor card={card} field={field} value={stored?.value ?? null} onClose={close} />;
  const text =
    typeof stored?.value === 'boolean' ? t(stored.value ? 'customFields.yes' : 'customFields.no') : (stored?.text ?? null);
  return (
    <UnstyledButton
      ref={row}
      className={classes['row']}
      onClick={() => {
        setIsEditing(true);
      }}
    >
      <Text span inherit c="dimmed">
        {field.name}
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
        <Text span inherit lineClamp={4}>
          {text}
        </Text>
      )}
      <VisuallyHidden>{t('customers.facts.edit', { field: field.name })}</VisuallyHidden>
    </UnstyledButton>
  );
};

interface EditorProps {
  readonly card: Shown;
  readonly field: CustomField;
  readonly value: CustomValue;
  readonly onClose: () => void;
}

const CustomFieldEditor = ({ card, field, value: stored, onClose }: EditorProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [value, setValue] = useState(stored);
  const saveValues = useCommand('customFields.saveValues');
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus();
  }, []);
  const isMissing = field.isRequired && (value === null || value === '');
  const save = async (): Promise<void> => {
    if (isMissing) return;
    const customerId = card.id;
    const { before } = await saveValues.mutateAsync({ customerId, values: [{ fieldId: field.id, value }] });
    if (before.length > 0)
      done({
        label: `${t('customers.facts.saved', { field: field.name })} · ${card.fields.name}`,
        undo: () => client.customFields.saveValues({ customerId, values: before, isUndo: true }),
      });
    onClose();
  };
  return (
    <SaveForm
      ref={element}
      className={classes['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
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
      <Text size="sm" c="dimmed" mb={4}>
        {field.name}
      </Text>
      <CustomFieldInput
        field={field}
        value={value}
        hideLabel
        onChange={setValue}
        error={isMissing ? t('errors.issue.required') : undefined}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" loading={saveValues.isPending}>
          {t('common.save')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </SaveForm>
  );
};
