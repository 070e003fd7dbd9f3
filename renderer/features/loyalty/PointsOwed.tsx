import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { OwedPart } from './OwedPart.tsx';

/** Points that customers hold, what they pay, and which of them lapse soon. */
export const PointsOwed = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const { data, error, refetch } = useOperation('loyalty.owed', {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { customers, points, worthCents, soonDays, soon, pending } = data;
  return (
    <OwedPart
      title={t('loyalty.points.title')}
      way={
        customers > 0 && (
          <Anchor
            renderRoot={(props) => (
              <Link {...props} to="/customers" search={{ everyone: true, sort: 'points', direction: 'descending' }} />
            )}
            size="sm"
            underline="hover"
          >
            {t('loyalty.points.who')}
          </Anchor>
        )
      }
      figures={
        <>
          <Figure
            label={t('loyalty.points.held')}
            value={points.toLocaleString()}
            note={t('loyalty.points.holders', { count: customers })}
          />
          <Figure
            label={t('loyalty.points.worth')}
            value={worthCents === null ? '–' : money(worthCents)}
            note={t(worthCents === null ? 'loyalty.points.doesNotPay' : 'loyalty.points.worthNote')}
          />
          {pending.customers > 0 && (
            <Figure
              label={t('loyalty.points.pending')}
              value={pending.points.toLocaleString()}
              note={t('loyalty.points.holders', { count: pending.customers })}
            />
          )}
          <Figure
            label={t('loyalty.points.soon', { days: soonDays })}
            value={soon.points.toLocaleString()}
            note={soon.customers === 0 ? t('loyalty.points.never') : t('loyalty.points.soonNote', { count: soon.customers })}
          />
        </>
      }
    />
  );
};
