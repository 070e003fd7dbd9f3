import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { VipBadge } from '../../../components/VipBadge.tsx';
import type { Card } from '../form/customerValues.ts';

/** Who it is in one line: name, VIP, and what is known at a glance. */
export const NameLine = ({ card, size = 'lg' }: { readonly card: Card; readonly size?: 'lg' | 'xl' }) => {
  const { t } = useTranslation();
  const { name, gender, isVip, vipReason, status } = card.fields;
  const facts = [
    gender === 'unknown' ? '' : t(`common.gender.${gender}`),
    card.age === null ? '' : t(card.isAgeStated ? 'card.portrait.part.age_stated' : 'common.age', { age: card.age }),
    `No.${card.number}`,
  ].filter((fact) => fact !== '');
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      <Text span fz={size} fw={700} truncate title={name}>
        {name}
      </Text>
      {isVip && (
        <span title={vipReason ?? undefined}>
          <VipBadge />
        </span>
      )}
      {status !== 'customer' && (
        <Badge size="sm" color="gray" flex="none">
          {t(`customers.status.${status}`)}
        </Badge>
      )}
      <Text span size="sm" c="dimmed" fw={400} flex="none">
        {facts.join(' · ')}
      </Text>
    </Group>
  );
};
