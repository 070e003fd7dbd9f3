import { Group, Loader, NavLink, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  activityClasses,
  rfm8Segments,
  rfmSegments,
  valueClasses,
  type SegmentFilter,
} from '../../../shared/contract/segments.ts';
import { segmentName, segmentTitle } from '../../components/classWords.ts';
import { countOf, isSameGroup, type Overview } from './groups.ts';

interface GroupListProps {
  readonly overview: Overview;
  readonly filter: SegmentFilter;
  readonly onChoose: (filter: SegmentFilter) => void;
}

const namings = {
  rfm8: rfm8Segments.map((segment): SegmentFilter => ({ axis: 'rfm8', segment })),
  rfm: rfmSegments.map((segment): SegmentFilter => ({ axis: 'rfm', segment })),
};
const otherAxes = {
  value: valueClasses.map((segment): SegmentFilter => ({ axis: 'value', segment })),
  activity: activityClasses.map((segment): SegmentFilter => ({ axis: 'activity', segment })),
  dormant: [{ axis: 'dormant', segment: 'dormant' } satisfies SegmentFilter],
};

/** Every group of every axis with how many people are in it; the two namings of the same scores on a switch. */
export const GroupList = ({ overview, filter, onChoose }: GroupListProps) => {
  const { t, i18n } = useTranslation();
  const [naming, setNaming] = useState<keyof typeof namings>(filter.axis === 'rfm' ? 'rfm' : 'rfm8');
  const links = (filters: readonly SegmentFilter[]) =>
    filters.map((entry) => (
      <NavLink
        key={segmentName(t, entry)}
        component="button"
        type="button"
        active={isSameGroup(entry, filter)}
        aria-current={isSameGroup(entry, filter) ? 'true' : undefined}
        label={segmentTitle(t, entry)}
        rightSection={
          <Text size="sm" c="inherit">
            {countOf(overview, entry).toLocaleString(i18n.language)}
          </Text>
        }
        px="xs"
        py={5}
        onClick={() => {
          onChoose(entry);
        }}
      />
    ));
  return (
    <Stack gap="lg">
      {overview.waiting > 0 && (
        <Group gap="xs" wrap="nowrap" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm" c="dimmed">
            {t('segments.waiting', { count: overview.waiting })}
          </Text>
        </Group>
      )}
      <Stack gap={4}>
        <Group justify="space-between" wrap="nowrap" mb={4}>
          <Title order={2} size="h3">
            {t('segments.naming.title')}
          </Title>
          <SegmentedControl
            size="xs"
            aria-label={t('segments.naming.label')}
            value={naming}
            data={[
              { value: 'rfm8', label: t('segments.naming.rfm8') },
              { value: 'rfm', label: t('segments.naming.rfm') },
            ]}
            onChange={(chosen) => {
              setNaming(chosen === 'rfm' ? 'rfm' : 'rfm8');
            }}
          />
        </Group>
        {links(namings[naming])}
      </Stack>
      <Stack gap={4}>
        <Title order={2} size="h3" mb={4}>
          {t('segments.axis.value')}
        </Title>
        {links(otherAxes.value)}
      </Stack>
      <Stack gap={4}>
        <Title order={2} size="h3" mb={4}>
          {t('segments.axis.activity')}
        </Title>
        {links([...otherAxes.activity, ...otherAxes.dormant])}
      </Stack>
    </Stack>
  );
};
