import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { Figure } from '../../components/Figure.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { OwedPart } from '../loyalty/OwedPart.tsx';

/** How many were brought and by how many, with the way to what that is worth; nothing in a shop where nobody was (R095). */
export const ReferralsBrief = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { data } = useOperation('referrals.sums', {}, { enabled: may('segments.read') });
  if (data === undefined || data.brought === 0) return null;
  return (
    <OwedPart
      title={t('referrals.conversion.brief')}
      way={
        <Anchor renderRoot={(props) => <Link {...props} to="/loyalty/referrals" />} size="sm" underline="hover">
          {t('referrals.conversion.title')}
        </Anchor>
      }
      figures={
        <>
          <Figure label={t('referrals.conversion.everBrought')} value={data.brought.toLocaleString()} />
          <Figure label={t('referrals.conversion.referrers')} value={data.referrers.toLocaleString()} />
        </>
      }
    />
  );
};
