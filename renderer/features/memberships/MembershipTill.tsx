import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayTill } from '../sales/DayTill.tsx';

/** Money that paid memberships brought in on a day, or that went out again. */
export const MembershipTill = ({ day }: { readonly day: string }) => {
  const { t } = useTranslation();
  const entries = useOperation('memberships.till', { businessDate: day }).data?.entries ?? [];
  return (
    <DayTill
      title={t('memberships.till.title')}
      about={t('memberships.till.about')}
      rows={entries.map(({ id, kind, name, customerName, ...entry }) => ({
        ...entry,
        key: id,
        name: customerName,
        what: t('memberships.till.kind', { kind: t(`memberships.kinds.${kind}`), name }),
      }))}
    />
  );
};
