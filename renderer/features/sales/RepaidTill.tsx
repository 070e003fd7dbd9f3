import { useTranslation } from 'react-i18next';
import type { Repaid } from '../../../shared/contract/credit.ts';
import { DayTill } from './DayTill.tsx';

/** Money that came in on a day for what had been put on account. */
export const RepaidTill = ({ repaid }: { readonly repaid: readonly Repaid[] }) => {
  const { t } = useTranslation();
  return (
    <DayTill
      title={t('credit.till.title')}
      about={t('credit.till.about')}
      rows={repaid.map(({ id, kind, ...entry }) => ({ ...entry, key: id, what: t(`credit.kinds.${kind}`) }))}
    />
  );
};
