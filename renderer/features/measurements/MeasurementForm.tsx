import { ActionIcon, Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure, Measurement } from '../../../shared/contract/measurements.ts';
import type { Thing } from '../../../shared/contract/things.ts';
import { MOST_DECIMALS, measuredValue } from '../../../shared/domain/measurements/values.ts';
import { measureId as toMeasureId, staffId as toStaffId, thingId as toThingId } from '../../../shared/types/ids.ts';
import { UNIT_QUANTITY } from '../../../shared/types/amounts.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { formErrors } from '../../ipc/formErrors.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import records from '../serviceRecords/Records.module.css';
import { measuredWords } from './measureWords.ts';
import classes from './Measurements.module.css';
import type { MeasurementInput } from './useMeasurements.ts';

interface MeasurementFormProps {
  /** What is being changed; null writes a new one. */
  readonly measurement: Measurement | null;
  /** Earlier occasions, latest first: what was measured of the same one last time is asked for again. */
  readonly earlier: readonly Measurement[];
  readonly measures: readonly Measure[];
  /** What the customer has that can be measured. */
  readonly things: readonly Thing[];
  readonly thingId: string | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: MeasurementInput) => Promise<void>;
  readonly onClose: () => void;
}

/** The last occasion of the customer (null) or the thing. */
const lastOf = (earlier: readonly Measurement[], thingId: string | null): Measurement | undefined =>
  earlier.find(({ thing }) => (thing?.id ?? null) === thingId);

/** One occasion: what was measured, of whom, when and by whom. Ctrl+Enter saves, Escape closes. */
export const MeasurementForm = (props: MeasurementFormProps) => {
  const { measurement, earlier, measures, things, thingId, onSave, onClose } = props;
  const { t } = useTranslation();
  const { today } = useShop();
  const showError = useErrorToast();
  const frame = useRef<HTMLDivElement>(null);
  const isTouched = useRef(false);
  const staff = useOperation('staff.list', { includeInactive: measurement !== null }).data?.staff ?? [];
  const [what, setWhat] = useState<string | null>(measurement === null ? thingId : (measurement.thing?.id ?? null));
  const [shown, setShown] = useState<readonly string[]>(
    () => (measurement ?? lastOf(earlier, what))?.values.map(({ measureId }) => measureId) ?? [],
  );
  const [typed, setTyped] = useState<ReadonlyMap<string, number | string>>(
    () => new Map(measurement?.values.map(({ measureId, value }) => [measureId, value / UNIT_QUANTITY])),
  );
  const [on, setOn] = useState<LocalDate>(measurement?.on ?? today);
  const [who, setWho] = useState<string | null>(measurement?.staff?.id ?? null);
  const [note, setNote] = useState(measurement?.note ?? '');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setIsSaving] = useState(false);
  /** Where the cursor goes: the measure just added, or 'choice'. */
  const [focused, setFocused] = useState(shown[0] ?? 'choice');
  useEffect(() => {
    const field = frame.current?.querySelector<HTMLInputElement>(`input[data-measure="${CSS.escape(focused)}"]`);
    field?.focus();
    field?.select();
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
  const touch = (): void => {
    isTouched.current = true;
  };
  const fields = shown.flatMap((id) => {
    const known = measures.find((measure) => measure.id === id) ?? measurement?.values.find(({ measureId }) => measureId === id);
    return known === undefined ? [] : [{ id, name: known.name, unit: known.unit }];
  });
  const changeThing = (next: string | null): void => {
    touch();
    setWhat(next);
    const asked = lastOf(earlier, next)?.values.map(({ measureId }) => measureId) ?? [];
    const begun = shown.filter((id) => (typed.get(id) ?? '') !== '');
    setShown([...new Set<string>([...begun, ...asked])]);
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    const given = fields.flatMap(({ id }) => {
      const text = typed.get(id) ?? '';
      return text === '' ? [] : [{ id, value: measuredValue(Number(text), MOST_DECIMALS) }];
    });
    const unfit = given
      .filter(({ value }) => value === null)
      .map(({ id }) => [`value ${id}`, t('errors.issue.figure_invalid')] as const);
    setErrors(Object.fromEntries(unfit));
    if (unfit.length > 0) return;
    setIsSaving(true);
    try {
      await onSave({
        on,
        staffId: who === null ? null : toStaffId(who),
        thingId: what === null ? null : toThingId(what),
        values: given.flatMap(({ id, value }) => (value === null ? [] : [{ measureId: toMeasureId(id), value }])),
        note,
      });
      isTouched.current = false;
      onClose();
    } catch (error) {
      const byKey = Object.entries(formErrors(t, error)).map(([path, text]): [string, string] => {
        const index = /^values\.(\d+)\./.exec(path)?.[1];
        return [index === undefined ? path : `value ${given[Number(index)]?.id ?? ''}`, text];
      });
      setErrors(Object.fromEntries(byKey));
      if (byKey.length === 0) showError(error);
      setIsSaving(false);
    }
  };
  const before = measurement === null ? lastOf(earlier, what) : undefined;
  return (
    <SaveForm
      className={records['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onCancel={onClose}
    >
      <LeaveGuard isDirty={() => isTouched.current} />
      <Stack gap="xs" ref={frame}>
        <SimpleGrid cols={things.length > 0 || what !== null ? 3 : 2} spacing="sm">
          {(things.length > 0 || what !== null) && (
            <Select
              label={t('measurements.thing')}
              placeholder={t('measurements.themselves')}
              clearable
              data={thingChoices(things, measurement)}
              value={what}
              onChange={changeThing}
            />
          )}
          <DayInput
            label={t('measurements.on')}
            value={on}
            maxDate={today}
            error={errors['on']}
            onChange={(value) => {
              touch();
              if (value !== null) setOn(value);
            }}
          />
          <Select
            label={t('measurements.staff')}
            placeholder={t('measurements.staffUnknown')}
            clearable
            searchable
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={who}
            onChange={setWho}
          />
        </SimpleGrid>
        <div className={classes['grid']} role="group" aria-label={t('measurements.what')}>
          {fields.map(({ id, name, unit }) => {
            const last = before?.values.find(({ measureId }) => measureId === id);
            return (
              <NumberInput
                key={id}
                data-measure={id}
                label={unit === '' ? name : t('measurements.withUnit', { value: name, unit })}
                {...(last !== undefined && { placeholder: t('measurements.last', { value: measuredWords(t, last) }) })}
                hideControls
                autoComplete="off"
                decimalScale={MOST_DECIMALS}
                value={typed.get(id) ?? ''}
                error={errors[`value ${id}`]}
                onChange={(value) => {
                  touch();
                  setTyped((now) => new Map(now).set(id, value));
                }}
                rightSection={
                  <Tooltip label={t('measurements.drop', { name })}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('measurements.drop', { name })}
                      onClick={() => {
                        touch();
                        setShown(shown.filter((one) => one !== id));
                        setTyped((now) => new Map([...now].filter(([one]) => one !== id)));
                      }}
                    >
                      <IconX size={14} stroke={1.7} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                }
              />
            );
          })}
          <Select
            data-measure="choice"
            label={t('measurements.choose')}
            placeholder={t('measurements.chooseHint')}
            searchable
            nothingFoundMessage={t('measurements.nothingFound')}
            value={null}
            error={errors['values']}
            data={measures
              .filter(({ id, isArchived }) => !isArchived && !shown.includes(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => {
              if (value === null) return;
              touch();
              setShown([...shown, value]);
              setFocused(value);
            }}
          />
        </div>
        <TextInput
          label={t('measurements.note')}
          placeholder={t('measurements.noteHint')}
          maxLength={500}
          autoComplete="off"
          value={note}
          error={errors['note']}
          onChange={(event) => {
            touch();
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

/** Those still there, and the one the occasion names even where it has gone. */
const thingChoices = (things: readonly Thing[], measurement: Measurement | null): { value: string; label: string }[] => {
  const choices = things.map(({ id, name }) => ({ value: id, label: name }));
  const named = measurement?.thing ?? null;
  return named === null || choices.some(({ value }) => value === named.id)
    ? choices
    : [...choices, { value: named.id, label: named.name }];
};
