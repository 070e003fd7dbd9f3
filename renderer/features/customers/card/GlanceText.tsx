import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { wallClock } from '../../../../shared/types/time.ts';
import { useShop } from '../../../app/shop.tsx';
import { ClassBadges } from '../../../components/ClassBadges.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import { afterHan } from '../afterHan.ts';
import type { Card } from '../form/customerValues.ts';

const bold = { b: <b /> };

/** Since when, how often, at what rhythm: one sentence. */
const History = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { firstVisitOn, lastVisitOn, visitCount, rhythmDays } = card.summary;
  if (firstVisitOn === null || lastVisitOn === null || visitCount === 0) {
    return (
      <>
        {t('customers.card.glance.neverVisited')}{' '}
        {t('customers.card.glance.knownSince', { on: wallClock(card.createdAt, settings.timeZone).date })}
      </>
    );
  }
  return (
    <>
      <Trans
        i18nKey="customers.card.glance.visits"
        t={t}
        count={visitCount}
        values={{ since: firstVisitOn.slice(0, 7) }}
        components={bold}
      />
      {rhythmDays !== null && (
        <Trans i18nKey="customers.card.glance.rhythm" t={t} values={{ days: Math.round(rhythmDays) }} components={bold} />
      )}
      {t('customers.card.glance.last', { when: afterHan(dateWords(t, lastVisitOn, today), settings.language) })}
    </>
  );
};

/** How and when the person likes to be reached. */
const useContactWords = ({ preferredChannel, contactFromHour, contactToHour, needType }: Card['fields']): string[] => {
  const { t } = useTranslation();
  return [
    ...(needType === null ? [] : [t('customers.card.glance.needType', { need: t(`customers.needType.${needType}`) })]),
    ...(preferredChannel === null
      ? []
      : [t('customers.card.glance.contact', { channel: t(`customers.channel.${preferredChannel}`) })]),
    ...(contactFromHour === null && contactToHour === null
      ? []
      : [t('customers.card.glance.hours', { from: contactFromHour ?? 0, to: contactToHour ?? 24 })]),
  ];
};

/** The person in a few lines: history, likes, and in red what must not go wrong. */
export const GlanceText = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { safetyNote, likes, painPoints } = card.fields;
  const contact = useContactWords(card.fields);
  return (
    <Stack gap={6}>
      <Text size="sm" lh={1.6}>
        <History card={card} />
      </Text>
      {likes !== null && (
        <Text size="sm" lineClamp={2}>
          {t('customers.card.glance.likes', { text: likes })}
        </Text>
      )}
      {safetyNote !== null && (
        <Group gap={6} wrap="nowrap" align="flex-start" c="var(--regulars-danger-text)">
          <IconAlertTriangle size={17} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
          <Text size="sm" fw={700} lineClamp={3}>
            {t('customers.card.glance.safety', { text: safetyNote })}
          </Text>
        </Group>
      )}
      {painPoints !== null && (
        <Text size="sm" lineClamp={2}>
          {t('customers.card.glance.painPoints', { text: painPoints })}
        </Text>
      )}
      {contact.length > 0 && (
        <Text size="sm" c="dimmed">
          {contact.join(' · ')}
        </Text>
      )}
      <Group gap={4}>
        <ClassBadges classes={card.classes} />
        {card.tags.map(({ tagId, name }) => (
          <Badge key={tagId} size="sm" color="gray" variant="outline">
            {name}
          </Badge>
        ))}
      </Group>
    </Stack>
  );
};
