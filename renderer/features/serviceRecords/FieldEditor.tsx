import { ActionIcon, Checkbox, Group, Select, TagsInput, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { recordFieldKinds, type RecordField } from '../../../shared/domain/serviceRecords/fields.ts';
import classes from './Types.module.css';

/** A field in hand; a new one has no key yet, and `row` tells it from the others. */
export type EditedField = Omit<RecordField, 'key'> & { readonly key: string | null; readonly row: number };

export const emptyField = (row: number): EditedField => ({
  row,
  key: null,
  kind: 'text',
  label: '',
  unit: '',
  group: '',
  options: [],
  startsEmpty: false,
});

interface FieldEditorProps {
  readonly field: EditedField;
  /** Its place, from 1. */
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly labelError: string | undefined;
  readonly optionsError: string | undefined;
  readonly onChange: (field: EditedField) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One field of a type: its name, what it holds, its unit and heading; for a choice its options. */
export const FieldEditor = (props: FieldEditorProps) => {
  const { field, number, isFirst, isLast, isOnly, labelError, optionsError, onChange, onMove, onRemove } = props;
  const { t } = useTranslation();
  return (
    <div className={classes['field']} role="group" aria-label={t('serviceRecords.types.field', { number })}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput
          size="xs"
          flex={2}
          aria-label={t('serviceRecords.types.label', { number })}
          placeholder={t('serviceRecords.types.labelHint')}
          maxLength={40}
          autoComplete="off"
          value={field.label}
          error={labelError}
          onChange={(event) => {
            onChange({ ...field, label: event.currentTarget.value });
          }}
        />
        <Select
          size="xs"
          flex={1.7}
          aria-label={t('serviceRecords.types.kind', { number })}
          allowDeselect={false}
          data={recordFieldKinds.map((kind) => ({ value: kind, label: t(`serviceRecords.types.kinds.${kind}`) }))}
          value={field.kind}
          onChange={(value) => {
            const kind = recordFieldKinds.find((known) => known === value) ?? field.kind;
            onChange({ ...field, kind });
          }}
        />
        <TextInput
          size="xs"
          flex={0.8}
          aria-label={t('serviceRecords.types.unit', { number })}
          placeholder={t('serviceRecords.types.unitHint')}
          maxLength={12}
          autoComplete="off"
          value={field.unit}
          onChange={(event) => {
            onChange({ ...field, unit: event.currentTarget.value });
          }}
        />
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('serviceRecords.types.group', { number })}
          placeholder={t('serviceRecords.types.groupHint')}
          maxLength={30}
          autoComplete="off"
          value={field.group}
          onChange={(event) => {
            onChange({ ...field, group: event.currentTarget.value });
          }}
        />
        <Group gap={0} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isFirst}
            aria-label={t('serviceRecords.types.up', { number })}
            onClick={() => {
              onMove(-1);
            }}
          >
            <IconArrowUp size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isLast}
            aria-label={t('serviceRecords.types.down', { number })}
            onClick={() => {
              onMove(1);
            }}
          >
            <IconArrowDown size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isOnly}
            aria-label={t('serviceRecords.types.removeField', { number })}
            onClick={onRemove}
          >
            <IconX size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {field.kind === 'choice' && (
        <TagsInput
          size="xs"
          aria-label={t('serviceRecords.types.options', { number })}
          placeholder={t('serviceRecords.types.optionsHint')}
          value={[...field.options]}
          error={optionsError}
          onChange={(options) => {
            onChange({ ...field, options });
          }}
        />
      )}
      <Checkbox
        size="xs"
        label={t('serviceRecords.types.startsEmpty')}
        checked={field.startsEmpty}
        onChange={(event) => {
          onChange({ ...field, startsEmpty: event.currentTarget.checked });
        }}
      />
    </div>
  );
};
