import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import type { VisitForm } from '../visits/useVisitForm.ts';
import type { VisitPurses } from './useVisitPurses.ts';

/** Whose stored value pays; nothing where nobody shares theirs. */
export const PurseChoice = ({ form, purses }: { readonly form: VisitForm; readonly purses: VisitPurses }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { others, hasOwn, from } = purses;
  if (others.length === 0) return null;
  return (
    <NativeSelect
      label={t('sharers.visitPurse')}
      labelProps={{ c: 'dimmed', fw: 400 }}
      value={from?.customerId ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        form.change({ storedFromId: others.find(({ customerId }) => customerId === value)?.customerId ?? null });
      }}
      data={[
        ...(hasOwn ? [{ value: '', label: t('sharers.visitOwn') }] : []),
        ...others.map(({ customerId, name, mostCents }) => ({
          value: customerId,
          label: t('sharers.visitOf', { name, amount: money(mostCents) }),
        })),
      ]}
    />
  );
};
