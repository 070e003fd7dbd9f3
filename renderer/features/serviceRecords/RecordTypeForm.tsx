import { Button, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordType } from '../../../shared/contract/serviceRecords.ts';
import { MOST_FIELDS } from '../../../shared/domain/serviceRecords/fields.ts';
import { useMay } from '../../app/session.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { call } from '../../ipc/client.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { FieldEditor, emptyField, type EditedField } from './FieldEditor.tsx';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

interface RecordTypeFormProps {
  /** Null makes a new one. */
  readonly type: RecordType | null;
  readonly onClose: () => void;
}

const editedFields = (type: RecordType | null): readonly EditedField[] =>
  type === null ? [emptyField(0)] : type.fields.map((field, index) => ({ ...field, row: index }));

/** What a type of record is called and which fields it has; putting it away. Changes leave earlier records as they are. */
export const RecordTypeForm = ({ type, onClose }: RecordTypeFormProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const showError = useErrorToast();
  const first = useFocusOnMount();
  const saveType = useCommand('serviceRecords.saveType', { quiet: true });
  const [name, setName] = useState(type?.name ?? '');
  const [isPrivate, setIsPrivate] = useState(type?.isPrivate ?? false);
  const [fields, setFields] = useState(() => editedFields(type));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isTouched, setIsTouched] = useState(false);
  const change = (next: readonly EditedField[]): void => {
    setIsTouched(true);
    setFields(next);
  };
  const save = async (): Promise<void> => {
    const missing = t('errors.issue.required');
    const wanting = Object.fromEntries([
      ...(name.trim() === '' ? [['name', missing] as const] : []),
      ...fields.flatMap(({ label }, index) => (label.trim() === '' ? [[`fields.${index}.label`, missing] as const] : [])),
    ]);
    setErrors(wanting);
    if (Object.keys(wanting).length > 0) return;
    try {
      const { typeId, before } = await saveType.mutateAsync({
        typeId: type?.id ?? null,
        name,
        isPrivate,
        fields: fields.map(({ row: _row, ...field }) => ({ ...field, options: [...field.options] })),
      });
      setIsTouched(false);
      done({
        label: t(before === null ? 'serviceRecords.types.done.created' : 'serviceRecords.types.done.changed', { name }),
        undo: () =>
          before === null
            ? call('serviceRecords.removeType', { typeId })
            : call('serviceRecords.saveType', { typeId, ...before }),
      });
      onClose();
    } catch (error) {
      const told = formErrors(t, error);
      setErrors(told);
      if (Object.keys(told).length === 0) showError(error);
    }
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <LeaveGuard isDirty={() => isTouched} />
      <Stack gap="sm">
        <Title order={2}>{type === null ? t('serviceRecords.types.new') : type.name}</Title>
        <TextInput
          ref={first}
          label={t('serviceRecords.types.name')}
          placeholder={t('serviceRecords.types.nameHint')}
          maxLength={40}
          autoComplete="off"
          value={name}
          error={errors['name']}
          onChange={(event) => {
            setIsTouched(true);
            setName(event.currentTarget.value);
          }}
        />
        <Switch
          label={t('serviceRecords.types.isPrivate')}
          checked={isPrivate}
          disabled={!may('private.health')}
          onChange={(event) => {
            setIsTouched(true);
            setIsPrivate(event.currentTarget.checked);
          }}
        />
        <Text component="h3" size="xs" c="dimmed">
          {t('serviceRecords.types.fields')}
        </Text>
        {fields.map((field, index) => (
          <FieldEditor
            key={field.row}
            field={field}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === fields.length - 1}
            isOnly={fields.length === 1}
            labelError={errors[`fields.${index}.label`]}
            optionsError={errors[`fields.${index}.options`]}
            onChange={(next) => {
              change(fields.map((one, at) => (at === index ? next : one)));
            }}
            onMove={(by) => {
              const other = fields[index + by];
              if (other !== undefined) change(fields.map((one, at) => (at === index ? other : at === index + by ? field : one)));
            }}
            onRemove={() => {
              change(fields.filter((_one, at) => at !== index));
            }}
          />
        ))}
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            disabled={fields.length >= MOST_FIELDS}
            onClick={() => {
              change([...fields, emptyField(1 + Math.max(...fields.map(({ row }) => row)))]);
            }}
          >
            {t('serviceRecords.types.addField')}
          </Button>
        </Group>
        <DefinitionButtons
          isSaving={saveType.isPending}
          onClose={onClose}
          putAway={
            type && {
              label: t(type.isArchived ? 'serviceRecords.types.use' : 'serviceRecords.types.archive'),
              run: () => call('serviceRecords.archiveType', { typeId: type.id, isArchived: !type.isArchived }),
              told: t(type.isArchived ? 'serviceRecords.types.done.used' : 'serviceRecords.types.done.archived', {
                name: type.name,
              }),
              undo: () => call('serviceRecords.archiveType', { typeId: type.id, isArchived: type.isArchived }),
            }
          }
          remove={
            type !== null && type.isOwn && !type.hasRecords
              ? {
                  run: () => call('serviceRecords.removeType', { typeId: type.id }),
                  told: t('serviceRecords.types.done.removed', { name: type.name }),
                  undo: () =>
                    call('serviceRecords.saveType', {
                      typeId: null,
                      name: type.name,
                      isPrivate: type.isPrivate,
                      fields: type.fields,
                    }),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
