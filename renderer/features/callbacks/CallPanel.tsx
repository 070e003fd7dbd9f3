import { ActionIcon, Badge, Button, Group, List, Paper, SimpleGrid, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconBrandWechat, IconChevronRight, IconCopy, IconPhone } from '@tabler/icons-react';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallRow, Reason } from '../../../shared/contract/callbacks.ts';
import { isGoodHour } from '../../../shared/domain/callbacks.ts';
import { isMasked } from '../../../shared/domain/masking/shown.ts';
import { wallClock } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { ReasonText } from '../../components/ReasonText.tsx';
import { VipBadge } from '../../components/VipBadge.tsx';
import { useCopy } from '../../components/useCopy.ts';
import { Figure } from '../../components/Figure.tsx';
import { RevealEye } from '../reveal/RevealEye.tsx';
import { phoneToCall, useReveal } from '../reveal/useReveal.ts';
import { CallFacts } from './CallFacts.tsx';
import classes from './CallPanel.module.css';
import { SnoozedReasons } from './SnoozedReasons.tsx';
import { SnoozeMenu } from './SnoozeMenu.tsx';
import { useSuggestedWords } from './useSuggestedWords.ts';

/** Who this is, why today, and what to say. */
export const CallPanel = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Who row={row} />
      {row.safetyNote !== null && (
        <Group gap={6} wrap="nowrap" c="var(--regulars-danger-text)">
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
          <Text fw={700}>{t('callbacks.safety', { note: row.safetyNote })}</Text>
        </Group>
      )}
      <Why row={row} />
      <Words row={row} />
      <SimpleGrid cols={3} spacing="xs">
        <Figure label={t('callbacks.yearSpend')} value={<MoneyText amount={row.yearSpendCents} />} />
        <Figure label={t('callbacks.points')} value={row.pointsBalance.toLocaleString()} />
        <Figure label={t('callbacks.visitCount')} value={t('callbacks.visitCountValue', { count: row.visitCount })} />
      </SimpleGrid>
      {row.likes !== null && (
        <Text size="sm">
          <Text span inherit c="dimmed">
            {t('callbacks.likes')}{' '}
          </Text>
          {row.likes}
        </Text>
      )}
      <CallFacts key={row.customerId} customerId={row.customerId} />
    </Stack>
  );
};

const Who = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const about = [
    ...(row.gender === 'unknown' ? [] : [t(`common.gender.${row.gender}`)]),
    ...(row.age === null ? [] : [t('common.age', { age: row.age })]),
  ];
  const since = [
    ...(row.since === null ? [] : [t('callbacks.since', { month: row.since.slice(0, 7) })]),
    t('common.visits', { count: row.visitCount }),
    ...(row.ownerName === null ? [] : [t('callbacks.owner', { name: row.ownerName })]),
  ];
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Title order={2} fz="xl" lineClamp={1}>
            {row.name}
          </Title>
          {row.isVip && <VipBadge />}
          <Text c="dimmed" size="sm" flex="none">
            {about.join(' · ')}
          </Text>
        </Group>
        <Button
          variant="light"
          size="compact-sm"
          flex="none"
          rightSection={<IconChevronRight size={14} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId: row.customerId }} />}
        >
          {t('callbacks.openCard')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {since.join(' · ')}
      </Text>
      <Reach key={row.customerId} row={row} />
    </Stack>
  );
};

const Reach = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const { now, settings } = useShop();
  const copy = useCopy();
  const { contactFromHour: from, contactToHour: to } = row;
  const reveal = useReveal(row.customerId);
  const isHidden = isMasked(row.phone);
  const phone = reveal.shown === null ? row.phone : (phoneToCall(reveal.shown)?.value ?? row.phone);
  // One key for whoever does the day's calls: why they look is plain.
  useHotkeys([['v', () => (isHidden && reveal.shown === null ? void reveal.reveal('calling_back') : undefined)]]);
  const { hour } = wallClock(now(), settings.timeZone);
  const isGoodTime = isGoodHour(row, hour);
  const hours = { from: from ?? 0, to: to ?? 24 };
  return (
    <Group gap="xs" mih={28}>
      <IconPhone size={18} stroke={1.7} className={classes['phone']} aria-hidden />
      <PhoneText phone={phone} fw={700} size="lg" />
      {isHidden && <RevealEye reveal={reveal} reason="calling_back" />}
      {isHidden && reveal.shown === null && (
        <Text size="xs" c="dimmed">
          {t('reveal.keyHint')}
        </Text>
      )}
      {phone !== null && !isHidden && (
        <Tooltip label={t('callbacks.copyPhone')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('callbacks.copyPhone')}
            onClick={() => {
              copy(phone);
            }}
          >
            <IconCopy size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {(from !== null || to !== null) && (
        <Badge color={isGoodTime ? 'gray' : 'amber'} variant={isGoodTime ? 'outline' : 'light'}>
          {isGoodTime ? t('callbacks.prefers', hours) : t('callbacks.notNow', hours)}
        </Badge>
      )}
    </Group>
  );
};

const Why = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const [strongest, ...others] = row.reasons;
  if (strongest === undefined) return null;
  return (
    <Paper p="sm" className={classes['why']}>
      <Text fw={700} size="sm" className={classes['whyTitle']}>
        {t('callbacks.why')}
      </Text>
      <WhyLine customerId={row.customerId} reason={strongest} />
      {others.length > 0 && (
        <List size="sm" mt={4} spacing={2} aria-label={t('callbacks.alsoWhy')}>
          {others.map((reason, index) => (
            <List.Item
              key={`${reason.code} ${index}`}
              styles={{ itemWrapper: { display: 'block' }, itemLabel: { display: 'block' } }}
            >
              <WhyLine customerId={row.customerId} reason={reason} />
            </List.Item>
          ))}
        </List>
      )}
      <SnoozedReasons customerId={row.customerId} />
    </Paper>
  );
};

interface WhyLineProps {
  readonly customerId: string;
  readonly reason: Reason;
}

const WhyLine = ({ customerId, reason }: WhyLineProps) => (
  <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
    <Text size="sm">
      <ReasonText reason={reason} />
    </Text>
    {reason.code !== 'promised' && reason.code !== 'own' && <SnoozeMenu customerId={customerId} rule={reason.code} />}
  </Group>
);

const Words = ({ row }: { readonly row: CallRow }) => {
  const { t } = useTranslation();
  const copy = useCopy();
  const words = useSuggestedWords()(row);
  return (
    <Paper p="sm" withBorder>
      <Group justify="space-between" mb={4}>
        <Text fw={700} size="sm">
          {t('callbacks.words')}
        </Text>
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<IconBrandWechat size={16} stroke={1.7} aria-hidden />}
          onClick={() => {
            copy(words);
          }}
        >
          {t('callbacks.copyWords')}
        </Button>
      </Group>
      <Text size="sm" lh={1.7}>
        {words}
      </Text>
    </Paper>
  );
};
