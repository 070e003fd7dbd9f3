import { useTranslation } from 'react-i18next';
import type { TillEntry } from '../../../shared/contract/visits.ts';
import { DayTill } from './DayTill.tsx';

/** Money that came in for stored value on a day, or went out again. */
export const StoredValueTill = ({ till }: { readonly till: readonly TillEntry[] }) => {
  const { t } = useTranslation();
  return (
    <DayTill
      title={t('storedValue.till.title')}
      about={t('storedValue.till.about')}
      rows={till.map(({ id, kind, principalCents, ...entry }) => ({
        ...entry,
        key: id,
        what: t(`storedValue.kinds.${kind}`),
        cents: principalCents,
      }))}
    />
  );
};
