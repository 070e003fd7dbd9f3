import { Button, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from './Timeline.module.css';
import { TimelineRow } from './TimelineRow.tsx';
import { kindsOf, timelineFilters, type TimelineFilterName } from './kinds.tsx';
import { useTimeline } from './useTimeline.ts';

type Shown = TimelineFilterName | 'all';
const isFilter = (value: string): value is TimelineFilterName => timelineFilters.some((filter) => filter === value);

/** Which kinds are shown; stands on the line of the tabs. */
export const TimelineFilter = ({ shown, onShow }: { readonly shown: Shown; readonly onShow: (shown: Shown) => void }) => {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('customers.timeline.filter')}
      value={shown}
      onChange={(value) => {
        onShow(isFilter(value) ? value : 'all');
      }}
      data={[
        { value: 'all', label: t('customers.timeline.all') },
        ...timelineFilters.map((filter) => ({ value: filter, label: t(`customers.timeline.filters.${filter}`) })),
      ]}
    />
  );
};

/** Everything that happened with one customer, newest first; older entries come as one scrolls down. */
export const Timeline = ({ customerId, shown }: { readonly customerId: string; readonly shown: Shown }) => {
  const { t } = useTranslation();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const timeline = useTimeline(customerId, shown === 'all' ? [] : kindsOf(shown));
  const { ref, entry } = useIntersection({ root: scroller, rootMargin: '400px' });
  const isNearEnd = entry?.isIntersecting === true;
  const { hasNextPage, isFetching, fetchNextPage } = timeline;
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetching) void fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetching, fetchNextPage]);

  if (timeline.error !== null) return <ErrorNotice error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const entries = timeline.data;
  if (entries === undefined) {
    return (
      <Stack p="md" gap="lg">
        <Skeleton height={12} width="50%" animate={false} />
        <Skeleton height={12} width="60%" animate={false} />
        <Skeleton height={12} width="40%" animate={false} />
      </Stack>
    );
  }
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {shown === 'all' ? t('customers.timeline.empty') : t('customers.timeline.emptyKind')}
      </Text>
    );
  }
  return (
    <div
      ref={(element) => {
        setScroller(element?.closest<HTMLElement>('[data-scroller]') ?? null);
      }}
    >
      <ol className={classes['list']}>
        {entries.map((item) => (
          <TimelineRow key={item.key} entry={item} />
        ))}
      </ol>
      <Group ref={ref} justify="center" mih={8}>
        {hasNextPage && (
          <Button
            variant="subtle"
            size="compact-sm"
            my="xs"
            loading={timeline.isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('customers.timeline.more')}
          </Button>
        )}
      </Group>
    </div>
  );
};
