import { Group, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { auditKinds } from '../../../shared/contract/operation.ts';
import { staffId as toStaffId } from '../../../shared/types/ids.ts';
import { localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { AuditQuestion } from './useAuditPages.ts';

interface AuditFiltersProps {
  readonly question: AuditQuestion;
  readonly onChange: (question: AuditQuestion) => void;
}

/** Stands for whoever was there while nobody had signed in. */
const NOBODY = 'nobody';

/** By whom, of which kind, on which days. */
export const AuditFilters = ({ question, onChange }: AuditFiltersProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const staff = useOperation('staff.list', { includeInactive: true });
  const people = [
    { value: NOBODY, label: t('audit.nobody') },
    ...(staff.data?.staff ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const { staffId, ...rest } = question;
  const day = (name: 'from' | 'to') => (
    <DateInput
      label={t(`audit.filter.${name}`)}
      valueFormat="YYYY-MM-DD"
      clearable
      maxDate={today}
      w="9.5rem"
      value={question[name] ?? null}
      onChange={(value) => {
        onChange({ ...question, [name]: value === null ? null : localDate(value.slice(0, 10)) });
      }}
    />
  );
  return (
    <Group px="md" pb="sm" gap="md" align="flex-end">
      <Select
        label={t('audit.filter.who')}
        placeholder={t('audit.filter.everybody')}
        clearable
        data={people}
        w="11rem"
        value={staffId === undefined ? null : (staffId ?? NOBODY)}
        onChange={(value) => {
          onChange(value === null ? rest : { ...rest, staffId: value === NOBODY ? null : toStaffId(value) });
        }}
      />
      <Select
        label={t('audit.filter.kind')}
        placeholder={t('audit.filter.all')}
        clearable
        data={auditKinds.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) }))}
        w="11rem"
        value={question.kind ?? null}
        onChange={(value) => {
          onChange({ ...question, kind: auditKinds.find((kind) => kind === value) ?? null });
        }}
      />
      {day('from')}
      {day('to')}
    </Group>
  );
};
