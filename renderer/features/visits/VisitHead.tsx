import { Avatar, Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { AskToday } from '../care/AskChip.tsx';
import { avatarText } from '../customers/card/avatar.ts';
import { PriorityBadge } from '../../components/PriorityBadge.tsx';
import { MembershipBadge } from '../memberships/MembershipBadge.tsx';
import { TierBadge } from '../../components/TierBadge.tsx';
import { VipBadge } from '../../components/VipBadge.tsx';

interface VisitHeadProps {
  readonly card: OutputOf<'customers.findById'>;
  readonly onChange: () => void;
}

/** Who has come, for which time, and what to mind. */
export const VisitHead = ({ card, onChange }: VisitHeadProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { fields, summary } = card;
  const tierName = useOperation('tiers.ofCustomer', { customerId: card.id }).data?.held?.tier.name ?? null;
  const isPriority = useOperation('loyalty.score', { customerId: card.id }).data?.isPriority === true;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Avatar color="jade" radius="xl" aria-hidden>
          {avatarText(fields.name)}
        </Avatar>
        <Stack gap={0} miw={0}>
          <Group gap="xs" wrap="nowrap">
            <Title order={1} fz="lg" lineClamp={1}>
              {fields.name}
            </Title>
            {fields.isVip && <VipBadge />}
            {tierName !== null && <TierBadge name={tierName} />}
            {isPriority && <PriorityBadge />}
            <MembershipBadge customerId={card.id} />
          </Group>
          <Text size="sm" c="dimmed">
            {summary.lastVisitOn === null ? (
              t('visits.head.first')
            ) : (
              <>
                {t('visits.head.ordinal', { ordinal: summary.visitCount + 1 })} ·{' '}
                <time dateTime={summary.lastVisitOn} title={summary.lastVisitOn}>
                  {t('visits.head.last', { when: dateWords(t, summary.lastVisitOn, today) })}
                </time>
              </>
            )}
            {fields.safetyNote !== null && fields.safetyNote !== '' && (
              <Text span inherit fw={700} c="var(--regulars-danger-text)">
                {' '}
                · {fields.safetyNote}
              </Text>
            )}
          </Text>
        </Stack>
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        <AskToday customerId={card.id} name={fields.name} />
        <Button variant="subtle" color="gray" rightSection={<Kbd size="xs">F2</Kbd>} flex="none" onClick={onChange}>
          {t('visits.head.change')}
        </Button>
      </Group>
    </Group>
  );
};
