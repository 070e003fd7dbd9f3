import { Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { sumCents } from '../../../shared/types/amounts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LAPSING_PAGE, LapsingTable } from '../loyalty/LapsingTable.tsx';
import { OwedPart } from '../loyalty/OwedPart.tsx';

type Figures = OutputOf<'coupons.figures'>;

/** Coupons that are out, what they took off within a year, and which lapse soon. Nothing for a shop that has issued none. */
export const CouponFigures = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const { data, error, refetch } = useOperation('coupons.figures', {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || (data.open === 0 && data.types.length === 0)) return null;
  const { open, soonDays, soon, types } = data;
  const used = types.reduce((sum, type) => sum + type.used, 0);
  return (
    <OwedPart
      title={t('coupons.figures.title')}
      figures={
        <>
          <Figure label={t('coupons.figures.open')} value={open.toLocaleString()} note={t('coupons.figures.openNote')} />
          <Figure
            label={t('coupons.figures.takenOff')}
            value={money(sumCents(types.map(({ cents }) => cents)))}
            note={t('coupons.figures.usedNote', { count: used })}
          />
          <Figure
            label={t('coupons.figures.soon', { days: soonDays })}
            value={soon.toLocaleString()}
            note={t(soon === 0 ? 'coupons.figures.never' : 'coupons.figures.soonNote')}
          />
        </>
      }
    >
      {types.length > 0 && <ByType types={types} />}
      {soon > 0 && <Lapsing days={soonDays} />}
    </OwedPart>
  );
};

/** How much of what was issued of each type was used; none issued within the year tells no share. */
const ByType = ({ types }: Pick<Figures, 'types'>) => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <Table w="auto" miw="26rem" aria-label={t('coupons.figures.byType')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('coupons.figures.byType')}</Table.Th>
          <Table.Th ta="right">{t('coupons.figures.issued')}</Table.Th>
          <Table.Th ta="right">{t('coupons.figures.used')}</Table.Th>
          <Table.Th ta="right">{t('coupons.figures.share')}</Table.Th>
          <Table.Th ta="right">{t('coupons.figures.takenOff')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {types.map(({ typeId, name, issued, used, cents }) => (
          <Table.Tr key={typeId}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{issued.toLocaleString()}</Table.Td>
            <Table.Td ta="right">{used.toLocaleString()}</Table.Td>
            <Table.Td ta="right">{issued > 0 ? share.format(used / issued) : '–'}</Table.Td>
            <Table.Td ta="right">{money(cents)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Lapsing = ({ days }: { readonly days: number }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const input = { days, offset: page * LAPSING_PAGE, limit: LAPSING_PAGE };
  const { data } = useOperation('coupons.lapsing', input, { keepPrevious: true });
  if (data === undefined) return null;
  return (
    <LapsingTable
      label={t('coupons.figures.soon', { days })}
      what={t('coupons.figures.byType')}
      count={t('coupons.figures.count', { count: data.total })}
      rows={data.rows.map(({ couponId, left, ...row }) => ({ ...row, key: couponId, left: left.toLocaleString() }))}
      total={data.total}
      page={page}
      onPage={setPage}
    />
  );
};
