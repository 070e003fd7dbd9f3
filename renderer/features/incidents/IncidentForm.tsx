import { Checkbox, Input, MultiSelect, SegmentedControl, Select, SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { Thing } from '../../../shared/contract/things.ts';
import { incidentSeverities, type IncidentSeverity } from '../../../shared/domain/incidents.ts';
import { staffId as toStaffId, thingId as toThingId, visitId as toVisitId, type CustomerId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { InlineForm } from '../safety/InlineForm.tsx';
import type { IncidentInput } from './useIncidents.ts';

interface IncidentFormProps {
  readonly customerId: CustomerId;
  /** What is being changed; null writes a new one. */
  readonly incident: Incident | null;
  /** What the customer has that it can be about. */
  readonly things: readonly Thing[];
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: IncidentInput) => Promise<void>;
  readonly onClose: () => void;
}

interface Values {
  what: string;
  severity: IncidentSeverity;
  on: LocalDate | null;
  visitId: string | null;
  staffIds: string[];
  thingId: string | null;
  action: string;
  followUpOn: LocalDate | null;
  isPrivate: boolean;
}

/** So many of the latest visits are offered. */
const VISITS_OFFERED = 10;

/** What went wrong, in one go: Ctrl+Enter saves, Escape closes. */
export const IncidentForm = ({ customerId, incident, things, onSave, onClose }: IncidentFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const may = useMay();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount<HTMLTextAreaElement>();
  const staff = useOperation('staff.list', { includeInactive: incident !== null }).data?.staff ?? [];
  const visits = useOperation('customers.timeline', { customerId, kinds: ['visit'], limit: VISITS_OFFERED }).data?.entries ?? [];
  const form = useForm<Values>({
    initialValues: {
      what: incident?.what ?? '',
      severity: incident?.severity ?? 'minor',
      on: incident?.on ?? today,
      visitId: incident?.visitId ?? null,
      staffIds: incident?.involved.map(({ id }) => id) ?? [],
      thingId: incident?.thing?.id ?? null,
      action: incident?.action ?? '',
      followUpOn: incident?.followUpOn ?? null,
      isPrivate: incident?.isPrivate ?? false,
    },
    validate: { what: (what) => (what.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async ({ staffIds, thingId, visitId, ...values }) => {
    try {
      await onSave({
        ...values,
        staffIds: staffIds.map(toStaffId),
        thingId: thingId === null ? null : toThingId(thingId),
        visitId: visitId === null ? null : toVisitId(visitId),
      });
      form.resetDirty();
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const offered = visits.flatMap(({ visit, on }) =>
    visit === undefined || visit.undoneAt !== null
      ? []
      : [
          {
            value: visit.id,
            on,
            label: [on, visit.lines.map(({ name }) => name).join(t('common.listSeparator'))].join(' ').trim(),
          },
        ],
  );
  const named = incident?.visitId ?? null;
  const visitChoices =
    named === null || offered.some(({ value }) => value === named)
      ? offered
      : [...offered, { value: named, on: incident?.on ?? today, label: t('incidents.visitOf', { on: incident?.on ?? '' }) }];
  return (
    <InlineForm onSubmit={submit} onClose={onClose} isSaving={form.submitting}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Textarea
        ref={first}
        label={t('incidents.what')}
        placeholder={t('incidents.whatHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        {...form.getInputProps('what')}
      />
      <Input.Wrapper label={t('incidents.severity')} labelElement="div">
        <SegmentedControl
          size="xs"
          display="flex"
          w="fit-content"
          aria-label={t('incidents.severity')}
          data={incidentSeverities.map((value) => ({ value, label: t(`incidents.severities.${value}`) }))}
          {...form.getInputProps('severity')}
        />
      </Input.Wrapper>
      <SimpleGrid cols={2} spacing="sm">
        <DayInput label={t('incidents.on')} maxDate={today} {...form.getInputProps('on')} />
        {visitChoices.length > 0 && (
          <Select
            label={t('incidents.visit')}
            placeholder={t('incidents.visitNone')}
            clearable
            data={visitChoices.map(({ value, label }) => ({ value, label }))}
            value={form.values.visitId}
            error={form.errors['visitId']}
            onChange={(value) => {
              const chosen = visitChoices.find((visit) => visit.value === value);
              form.setFieldValue('visitId', value);
              if (chosen !== undefined) form.setFieldValue('on', chosen.on);
            }}
          />
        )}
        <MultiSelect
          label={t('incidents.involved')}
          {...(form.values.staffIds.length === 0 && { placeholder: t('incidents.involvedHint') })}
          searchable
          data={staff.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('staffIds')}
        />
        {(things.length > 0 || (incident?.thing ?? null) !== null) && (
          <Select
            label={t('incidents.thing')}
            placeholder={t('incidents.themselves')}
            clearable
            data={thingChoices(things, incident)}
            {...form.getInputProps('thingId')}
          />
        )}
      </SimpleGrid>
      <Textarea
        label={t('incidents.action')}
        placeholder={t('incidents.actionHint')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        {...form.getInputProps('action')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <DayInput isClearable label={t('incidents.followUpOn')} {...form.getInputProps('followUpOn')} />
      </SimpleGrid>
      {may('private.health') && (
        <Checkbox label={t('incidents.isPrivate')} {...form.getInputProps('isPrivate', { type: 'checkbox' })} />
      )}
    </InlineForm>
  );
};

/** Those still there, and the one the incident names even where it has gone. */
const thingChoices = (things: readonly Thing[], incident: Incident | null): { value: string; label: string }[] => {
  const choices = things.map(({ id, name }) => ({ value: id, label: name }));
  const named = incident?.thing ?? null;
  return named === null || choices.some(({ value }) => value === named.id)
    ? choices
    : [...choices, { value: named.id, label: named.name }];
};
