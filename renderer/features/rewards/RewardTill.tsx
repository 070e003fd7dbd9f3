import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayTill } from '../sales/DayTill.tsx';

/** Money that rewards brought in on a day beside the points, or that went out again. */
export const RewardTill = ({ day }: { readonly day: string }) => {
  const { t } = useTranslation();
  const entries = useOperation('rewards.till', { businessDate: day }).data?.entries ?? [];
  return (
    <DayTill
      title={t('rewards.money.title')}
      about={t('rewards.money.about')}
      rows={entries.map(({ id, kind, name, customerName, cashCents, ...entry }) => ({
        ...entry,
        key: `${id} ${kind} ${entry.at}`,
        name: customerName,
        what: t(`rewards.timeline.${kind}`, { name }),
        cents: cashCents,
      }))}
    />
  );
};
