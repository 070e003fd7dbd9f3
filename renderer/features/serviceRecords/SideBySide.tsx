import { Badge, CloseButton, Group, Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRecord } from '../../../shared/contract/serviceRecords.ts';
import { comparedLines } from '../../../shared/domain/serviceRecords/fields.ts';
import { valueWords } from './recordWords.ts';
import classes from './Records.module.css';

interface SideBySideProps {
  /** The later of the two that are shown first. */
  readonly record: ServiceRecord;
  /** Everything of its type that has been read, latest first. */
  readonly records: readonly ServiceRecord[];
  readonly onClose: () => void;
}

const nameOf = ({ on, thing }: ServiceRecord): string => (thing === null ? on : `${on} · ${thing.name}`);

/** Two records of a type side by side (X24): every line that differs is marked by a word, not by colour alone. */
export const SideBySide = ({ record, records, onClose }: SideBySideProps) => {
  const { t } = useTranslation();
  const before = records[records.findIndex(({ id }) => id === record.id) + 1] ?? records[0] ?? record;
  const [ids, setIds] = useState<{ readonly older: string; readonly newer: string }>({ older: before.id, newer: record.id });
  const chosen = (id: string): ServiceRecord => records.find((one) => one.id === id) ?? record;
  const [older, newer] = [chosen(ids.older), chosen(ids.newer)];
  const lines = comparedLines(older.entries, newer.entries);
  const notes = older.note === null && newer.note === null ? [] : [{ left: older.note, right: newer.note }];
  const differences =
    lines.filter(({ isDifferent }) => isDifferent).length + notes.filter(({ left, right }) => left !== right).length;
  const choices = records.map((one) => ({ value: one.id, label: nameOf(one) }));
  const mark = (
    <Badge size="sm" color="amber" variant="light" tt="none">
      {t('serviceRecords.side.changed')}
    </Badge>
  );
  return (
    <section aria-label={t('serviceRecords.side.title', { type: record.typeName })}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm" align="baseline">
          <Text component="h3" fw={700}>
            {t('serviceRecords.side.title', { type: record.typeName })}
          </Text>
          <Text size="sm" c="dimmed">
            {differences === 0 ? t('serviceRecords.side.same') : t('serviceRecords.side.changes', { count: differences })}
          </Text>
        </Group>
        <CloseButton aria-label={t('serviceRecords.side.close')} onClick={onClose} />
      </Group>
      <Table withTableBorder={false} layout="fixed" maw="52rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('serviceRecords.side.field')}</Table.Th>
            {(['older', 'newer'] as const).map((side) => (
              <Table.Th key={side}>
                <Select
                  size="xs"
                  label={t(`serviceRecords.side.${side}`)}
                  allowDeselect={false}
                  data={choices}
                  value={ids[side]}
                  onChange={(id) => {
                    if (id !== null) setIds({ ...ids, [side]: id });
                  }}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ key, group, label, unit, left, right, isDifferent }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {[group, label].filter((word) => word !== '').join(' · ')}
              </Table.Th>
              <Table.Td className={classes['lines'] ?? ''}>{valueWords(t, { value: left, unit })}</Table.Td>
              <Table.Td className={classes['lines'] ?? ''} fw={isDifferent ? 700 : 400}>
                {valueWords(t, { value: right, unit })} {isDifferent && mark}
              </Table.Td>
            </Table.Tr>
          ))}
          {notes.map(({ left, right }) => (
            <Table.Tr key="note">
              <Table.Th scope="row" fw={400}>
                {t('serviceRecords.side.note')}
              </Table.Th>
              <Table.Td className={classes['lines'] ?? ''}>{left ?? t('serviceRecords.side.none')}</Table.Td>
              <Table.Td className={classes['lines'] ?? ''} fw={left === right ? 400 : 700}>
                {right ?? t('serviceRecords.side.none')} {left !== right && mark}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};
