import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExpiringFact } from '../../../shared/contract/things.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { factName } from './thingWords.ts';
import { useExpiring } from './useThings.ts';

interface RenewButtonProps {
  readonly customerId: CustomerId;
  readonly fact: Pick<ExpiringFact, 'id' | 'kind' | 'label' | 'validUntil' | 'state'>;
  /** Whose it is, for who hears the button and does not see where it stands. */
  readonly thingName: string | null;
}

/** Renews at one press until the day it names; undo takes it back, editing corrects the day. */
export const RenewButton = ({ customerId, fact, thingName }: RenewButtonProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { renewalOf, renew, isRenewing } = useExpiring(customerId);
  const on = renewalOf(fact);
  const what = [thingName, factName(fact, settings.language)].filter((part) => part !== null).join(' ');
  return (
    <Button
      // What is not due yet does not ask for it.
      variant={fact.state === 'fine' ? 'subtle' : 'light'}
      {...(fact.state === 'fine' ? { color: 'gray' } : {})}
      size="compact-sm"
      flex="none"
      loading={isRenewing}
      aria-label={t('things.facts.renewOne', { what, on })}
      onClick={() => {
        renew(fact);
      }}
    >
      {t('things.facts.renew', { on })}
    </Button>
  );
};
