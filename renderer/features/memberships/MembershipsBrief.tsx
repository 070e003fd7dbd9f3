import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';

/** How many are paid members, how many of these end soon, and the way to the list; nothing in a shop that sells none. */
export const MembershipsBrief = () => {
  const { t } = useTranslation();
  const { data } = useOperation('memberships.figures', {});
  if (data?.hasPlans !== true) return null;
  const { running, ending, aheadDays: days } = data;
  return (
    <Group gap="xs">
      <Anchor renderRoot={(props) => <Link {...props} to="/loyalty/members" />} size="sm" underline="hover">
        {t('memberships.list.title')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t('memberships.brief.running', { count: running })}
      </Text>
      {ending > 0 && (
        <Text size="sm" c="var(--regulars-advice-text)">
          {t('memberships.brief.ending', { count: ending, days })}
        </Text>
      )}
    </Group>
  );
};
