import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';

/** Until when somebody is a paid member, beside their name: in amber once it is time to think of the renewal. Nothing for whoever is none. */
export const MembershipBadge = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const member = useOperation('memberships.ofCustomer', { customerId }).data?.member ?? null;
  if (member === null) return null;
  const { untilOn: until } = member;
  const isEnding = until <= addDays(today, settings.membershipAheadDays);
  return (
    <Badge
      size="sm"
      tt="none"
      flex="none"
      color={isEnding ? 'amber' : 'gold'}
      variant={isEnding ? 'light' : 'outline'}
      title={t('memberships.badgeHint', { names: member.names.join(t('lists.and')), until })}
    >
      {t('memberships.badge', { until })}
    </Badge>
  );
};
