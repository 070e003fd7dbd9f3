import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { OwedPart } from '../loyalty/OwedPart.tsx';

/** What of paid memberships is not served yet, how many run and how many of these end soon; nothing in a shop that sells none. */
export const MembershipsOwed = () => {
  const { t } = useTranslation();
  const figures = useOperation('memberships.figures', {}).data;
  const owed = useOperation('memberships.owed', {});
  if (owed.error !== null) return <ErrorNotice error={owed.error} onRetry={() => void owed.refetch()} />;
  if (owed.data === undefined || figures?.hasPlans !== true) return null;
  const { running, ending, aheadDays: days } = figures;
  return (
    <OwedPart
      title={t('memberships.plans.title')}
      way={
        <Anchor renderRoot={(props) => <Link {...props} to="/loyalty/members" />} size="sm" underline="hover">
          {t('memberships.list.title')}
        </Anchor>
      }
      figures={
        <>
          <Figure
            label={t('memberships.brief.unserved')}
            value={<MoneyText amount={owed.data.cents} keepZeros />}
            note={t('memberships.brief.unservedNote')}
          />
          <Figure label={t('memberships.brief.running')} value={running.toLocaleString()} />
          <Figure label={t('memberships.brief.ending', { count: days })} value={ending.toLocaleString()} />
        </>
      }
    />
  );
};
