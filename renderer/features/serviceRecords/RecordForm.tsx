import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordType, ServiceRecord } from '../../../shared/contract/serviceRecords.ts';
import type { Thing } from '../../../shared/contract/things.ts';
import {
  fieldsOfRecord,
  repeatedValues,
  type RecordField,
  type RecordValue,
} from '../../../shared/domain/serviceRecords/fields.ts';
import { staffId as toStaffId, thingId as toThingId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { formErrors } from '../../ipc/formErrors.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { RecordFieldInput } from './RecordFieldInput.tsx';
import classes from './Records.module.css';
import type { RecordInput } from './useRecords.ts';

interface RecordFormProps {
  readonly type: RecordType;
  /** What is being changed; null writes a new one. */
  readonly record: ServiceRecord | null;
  /** The last one, from which a new one starts; null starts empty. */
  readonly repeated: ServiceRecord | null;
  /** Where the cursor goes; null is the first field. */
  readonly firstKey: string | null;
  /** What the customer has that a record can be about. */
  readonly things: readonly Thing[];
  readonly thingId: string | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: RecordInput) => Promise<void>;
  readonly onClose: () => void;
}

interface FieldGroup {
  readonly name: string;
  readonly fields: readonly RecordField[];
}

/** Fields under their headings, in the order in which they first come. */
const groupsOf = (fields: readonly RecordField[]): FieldGroup[] =>
  [...new Set(fields.map(({ group }) => group))].map((name) => ({ name, fields: fields.filter(({ group }) => group === name) }));

/** A record of one type: new, a repeat of the last, or one to correct. Ctrl+Enter saves, Escape closes. */
export const RecordForm = ({ type, record, repeated, firstKey, things, thingId, onSave, onClose }: RecordFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const showError = useErrorToast();
  const frame = useRef<HTMLDivElement>(null);
  const staff = useOperation('staff.list', { includeInactive: record !== null }).data?.staff ?? [];
  const fields = fieldsOfRecord(type.fields, record?.entries ?? []);
  const started = record?.entries ?? (repeated === null ? [] : repeatedValues(type.fields, repeated.entries));
  const [values, setValues] = useState<ReadonlyMap<string, RecordValue>>(
    () => new Map(started.map(({ key, value }) => [key, value])),
  );
  const [on, setOn] = useState<LocalDate>(record?.on ?? today);
  const [who, setWho] = useState<string | null>(record?.staff?.id ?? null);
  const [what, setWhat] = useState<string | null>(record?.thing?.id ?? repeated?.thing?.id ?? thingId);
  const [note, setNote] = useState(record?.note ?? '');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setIsSaving] = useState(false);
  const isTouched = useRef(false);
  const focused = firstKey ?? fields[0]?.key ?? null;
  useEffect(() => {
    const field = frame.current?.querySelector<HTMLElement>(
      `input[data-record-field="${CSS.escape(focused ?? '')}"], textarea[data-record-field="${CSS.escape(focused ?? '')}"]`,
    );
    field?.focus();
    // The whole value, so that typing replaces it.
    if (field instanceof HTMLInputElement) field.select();
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);

  const touch = (): void => {
    isTouched.current = true;
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    const given = fields.map(({ key }) => ({ key, value: values.get(key) ?? null }));
    try {
      await onSave({
        on,
        staffId: who === null ? null : toStaffId(who),
        thingId: what === null ? null : toThingId(what),
        values: given,
        note,
      });
      isTouched.current = false;
      onClose();
    } catch (error) {
      const told = formErrors(t, error);
      const byKey = Object.entries(told).map(([path, text]): [string, string] => {
        const index = /^values\.(\d+)\.value$/.exec(path)?.[1];
        return [index === undefined ? path : `value ${given[Number(index)]?.key ?? ''}`, text];
      });
      setErrors(Object.fromEntries(byKey));
      if (byKey.length === 0) showError(error);
      setIsSaving(false);
    }
  };
  const input = (field: RecordField) => (
    <div key={field.key} className={field.kind === 'lines' ? classes['wide'] : undefined}>
      <RecordFieldInput
        field={field}
        value={values.get(field.key) ?? null}
        error={errors[`value ${field.key}`]}
        onChange={(value) => {
          touch();
          setValues((now) => new Map(now).set(field.key, value));
        }}
      />
    </div>
  );
  return (
    <SaveForm
      className={classes['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onCancel={onClose}
    >
      <LeaveGuard isDirty={() => isTouched.current} />
      <Stack gap="xs" ref={frame}>
        <Group gap="xs" align="baseline">
          <Text component="h3" fw={700}>
            {type.name}
          </Text>
          {repeated !== null && (
            <Text size="sm" c="dimmed">
              {t('serviceRecords.repeating', { on: repeated.on })}
            </Text>
          )}
        </Group>
        {groupsOf(fields).map(({ name, fields: some }) =>
          name === '' ? (
            <div key={name} className={classes['grid']}>
              {some.map(input)}
            </div>
          ) : (
            <fieldset key={name} className={classes['fieldset']}>
              <legend className={classes['legend']}>{name}</legend>
              <div className={classes['grid']}>{some.map(input)}</div>
            </fieldset>
          ),
        )}
        <Textarea
          label={t('serviceRecords.note')}
          placeholder={t('serviceRecords.noteHint')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2000}
          value={note}
          error={errors['note'] ?? errors['values']}
          onChange={(event) => {
            touch();
            setNote(event.currentTarget.value);
          }}
        />
        <SimpleGrid cols={things.length > 0 || what !== null ? 3 : 2} spacing="sm">
          <DayInput
            label={t('serviceRecords.on')}
            value={on}
            maxDate={today}
            error={errors['on']}
            onChange={(value) => {
              touch();
              if (value !== null) setOn(value);
            }}
          />
          <Select
            label={t('serviceRecords.staff')}
            placeholder={t('serviceRecords.staffUnknown')}
            clearable
            searchable
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={who}
            onChange={setWho}
          />
          {(things.length > 0 || what !== null) && (
            <Select
              label={t('serviceRecords.thing')}
              placeholder={t('serviceRecords.themselves')}
              clearable
              data={thingChoices(things, record)}
              value={what}
              onChange={setWhat}
            />
          )}
        </SimpleGrid>
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

/** Those still served, and the one the record names even where it has gone. */
const thingChoices = (things: readonly Thing[], record: ServiceRecord | null): { value: string; label: string }[] => {
  const choices = things.map(({ id, name }) => ({ value: id, label: name }));
  const named = record?.thing ?? null;
  return named === null || choices.some(({ value }) => value === named.id)
    ? choices
    : [...choices, { value: named.id, label: named.name }];
};
