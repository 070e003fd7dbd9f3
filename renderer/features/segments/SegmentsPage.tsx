import { Box, Button, Group, ScrollArea, Stack } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { GroupAdvice } from './GroupAdvice.tsx';
import { GroupList } from './GroupList.tsx';
import { GroupMembers } from './GroupMembers.tsx';
import { SegmentSections } from './SegmentSections.tsx';
import { RfmMatrix } from './RfmMatrix.tsx';
import { countOf } from './groups.ts';
import classes from './SegmentsPage.module.css';

const route = getRouteApi('/segments');
const firstGroup: SegmentFilter = { axis: 'rfm8', segment: 'important_value' };

/** Groups at the left with their counts; the chosen group's people, and why each is in it, at the right (R021-R029). */
export const SegmentsPage = (): ReactNode => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const filter = route.useSearch().filter ?? firstGroup;
  const overview = useOperation('segments.overview', {});
  const choose = (chosen: SegmentFilter): void => {
    void navigate({ to: '/segments', search: { filter: chosen }, replace: true });
  };

  if (overview.error) return <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  if (!overview.data) return null;
  if (overview.data.customers === 0 && overview.data.waiting === 0)
    return (
      <>
        <PageHeader title={t('segments.title')} />
        <EmptyState
          icon={IconAffiliate}
          title={t('segments.empty.title')}
          text={t(may('imports.run') ? 'segments.empty.text' : 'segments.empty.textWithoutImport')}
        >
          {may('customers.write') && (
            <Button onClick={() => void navigate({ to: '/customers/new', search: {} })}>{t('segments.empty.add')}</Button>
          )}
          {may('imports.run') && (
            <Button variant="default" onClick={() => void navigate({ to: '/imports' })}>
              {t('segments.empty.import')}
            </Button>
          )}
        </EmptyState>
      </>
    );
  return (
    <Stack gap={0} h="100%">
      <SegmentSections />
      <Group gap={0} align="stretch" wrap="nowrap" flex={1} mih={0}>
        <Box component="aside" className={classes.groups} aria-label={t('segments.title')}>
          <ScrollArea h="100%" type="auto" scrollbarSize={8}>
            <Box p="md">
              <GroupList overview={overview.data} filter={filter} onChoose={choose} />
            </Box>
          </ScrollArea>
        </Box>
        <ScrollArea flex={1} miw={0} type="auto" scrollbarSize={8}>
          <GroupMembers filter={filter} overview={overview.data} key={JSON.stringify(filter)}>
            <Group align="stretch" wrap="nowrap" gap="md">
              <RfmMatrix overview={overview.data} filter={filter} onChoose={choose} />
              <GroupAdvice filter={filter} overview={overview.data} count={countOf(overview.data, filter)} />
            </Group>
          </GroupMembers>
        </ScrollArea>
      </Group>
    </Stack>
  );
};
