import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import type { LineDraft } from './lines.ts';
import classes from './VisitLines.module.css';

/** What was said of a line besides its figures, in one dimmed row under it; nothing where nothing was. */
export const LineSummary = ({ line, columns }: { readonly line: LineDraft; readonly columns: number }) => {
  const { t } = useTranslation();
  const staff = useOperation('staff.list', {}, { enabled: line.staff.length > 0 }).data?.staff ?? [];
  const parts = [
    line.discount.trim() === '' ? null : t('visits.lines.discounted', { discount: line.discount.trim() }),
    ...line.staff.map(({ staffId, isRequested }) => {
      const name = staff.find(({ id }) => id === staffId)?.name ?? '';
      return isRequested === true ? t('visits.lines.requestedStaff', { name }) : name;
    }),
    line.serialNumber.trim() === '' ? null : t('visits.lines.serial', { number: line.serialNumber.trim() }),
    line.specification.trim(),
  ].filter((part): part is string => part !== null && part !== '');
  if (parts.length === 0) return null;
  return (
    <Table.Tr className={classes['summary']}>
      <Table.Td colSpan={columns} px="md">
        <Text size="sm" c="dimmed" lineClamp={1}>
          {parts.join(' · ')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
};
