import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../../../shared/types/time.ts';
import { useShop } from '../../../app/shop.tsx';
import { ClassBadges } from '../../../components/ClassBadges.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import type { Card } from '../form/customerValues.ts';
import { Portrait } from '../portrait/Portrait.tsx';

/** When they were here last; before the first visit since when they are on file. */
const useLastVisit = ({ summary, createdAt }: Card): string => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  return summary.lastVisitOn === null
    ? `${t('customers.card.glance.neverVisited')} ${t('customers.card.glance.knownSince', { on: wallClock(createdAt, settings.timeZone).date })}`
    : t('customers.card.glance.last', { when: dateWords(t, summary.lastVisitOn, today) });
};

/** How and when the person likes to be reached. */
const useContactWords = ({ preferredChannel, contactFromHour, contactToHour }: Card['fields']): string[] => {
  const { t } = useTranslation();
  return [
    ...(preferredChannel === null
      ? []
      : [t('customers.card.glance.contact', { channel: t(`customers.channel.${preferredChannel}`) })]),
    ...(contactFromHour === null && contactToHour === null
      ? []
      : [t('customers.card.glance.hours', { from: contactFromHour ?? 0, to: contactToHour ?? 24 })]),
  ];
};

/** So many tags stand at a glance; the others are counted. */
const SHOWN_TAGS = 8;

interface GlanceTextProps {
  readonly card: Card;
  /** Where all tags stand; without it those that are left out are only counted. */
  readonly onShowTags?: () => void;
}

/** The person in a few lines: the portrait, in red what must not go wrong, how and when to reach them. */
export const GlanceText = ({ card, onShowTags }: GlanceTextProps) => {
  const { t } = useTranslation();
  const { safetyNote } = card.fields;
  const contact = useContactWords(card.fields);
  const lastVisit = useLastVisit(card);
  const more = card.tags.length - SHOWN_TAGS;
  return (
    <Stack gap={6}>
      <Portrait card={card} />
      {safetyNote !== null && (
        <Group gap={6} wrap="nowrap" align="flex-start" c="var(--regulars-danger-text)">
          <IconAlertTriangle size={17} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
          <Text size="sm" fw={700} lineClamp={3}>
            {t('customers.card.glance.safety', { text: safetyNote })}
          </Text>
        </Group>
      )}
      <Text size="sm" c="dimmed">
        {[lastVisit, ...contact].join(' · ')}
      </Text>
      <Group gap={4}>
        <ClassBadges classes={card.classes} />
        {card.tags.slice(0, SHOWN_TAGS).map(({ tagId, name }) => (
          <Badge key={tagId} size="sm" color="gray" variant="outline" maw="12rem" title={name}>
            {name}
          </Badge>
        ))}
        {more > 0 && onShowTags !== undefined && (
          <Button variant="subtle" size="compact-xs" onClick={onShowTags}>
            {t('card.glance.moreTags', { count: more })}
          </Button>
        )}
        {more > 0 && onShowTags === undefined && (
          <Text span size="xs" c="dimmed">
            {t('card.glance.moreTags', { count: more })}
          </Text>
        )}
      </Group>
    </Stack>
  );
};
