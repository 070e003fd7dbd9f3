import { Badge, Box, Button, Group, NavLink, ScrollArea, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery, useOperation } from '../../ipc/useOperation.ts';
import { SegmentSections } from '../segments/SegmentSections.tsx';
import segmentClasses from '../segments/SegmentsPage.module.css';
import classes from './OwnSegments.module.css';
import { SegmentBuilder } from './SegmentBuilder.tsx';

/** From so many on, the list can be searched. */
const SEARCHED_FROM = 8;

/** The shop's own segments at the left, the one in hand at the right (R031, R037). */
export const OwnSegmentsPage = (): ReactNode => {
  const { t, i18n } = useTranslation();
  const may = useMay()('customers.write');
  const [chosen, setChosen] = useState<string | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const [text, setText] = useState('');
  const list = useOperation('ownSegments.list', { includeArchived: withArchived }, { keepPrevious: true });
  const counts = useQuery({
    ...studyQuery('ownSegments.counts', {}, (asked) => call('ownSegments.counts', asked)),
    refetchOnMount: 'always',
  }).data?.counts;
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return null;
  const { segments } = list.data;
  const shown = segments.filter(({ name, frozenOn, changedOn }) =>
    `${name} ${frozenOn ?? ''} ${changedOn}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const segment = segments.find(({ id }) => id === chosen) ?? null;
  const isOpen = chosen === 'new' || segment !== null;
  const add = may && (
    <Button
      size={isOpen ? 'xs' : 'sm'}
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
      onClick={() => {
        setChosen('new');
      }}
    >
      {t('ownSegments.new')}
    </Button>
  );
  if (segments.length === 0 && !isOpen && !withArchived)
    return (
      <Stack gap={0} h="100%">
        <SegmentSections />
        <PageHeader title={t('ownSegments.title')} text={t('ownSegments.text')} />
        <EmptyState icon={IconFilter} title={t('ownSegments.empty.title')} text={t('ownSegments.empty.text')}>
          {add}
        </EmptyState>
      </Stack>
    );
  return (
    <Stack gap={0} h="100%">
      <SegmentSections />
      <Group gap={0} align="stretch" wrap="nowrap" flex={1} mih={0}>
        <Box component="aside" className={segmentClasses['groups']} aria-label={t('ownSegments.title')}>
          <ScrollArea h="100%" type="auto" scrollbarSize={8}>
            <Stack p="md" gap="sm">
              <Group justify="space-between">
                <Text fw={700}>{t('ownSegments.title')}</Text>
                {add}
              </Group>
              {segments.length >= SEARCHED_FROM && (
                <TextInput
                  size="xs"
                  aria-label={t('ownSegments.search')}
                  placeholder={t('ownSegments.search')}
                  value={text}
                  onChange={(event) => {
                    setText(event.currentTarget.value);
                  }}
                />
              )}
              <ul className={classes['list']} aria-label={t('ownSegments.list')}>
                {shown.map(({ id, name, kind, frozenOn, isArchived }) => {
                  const count = counts?.find(({ segmentId }) => segmentId === id)?.count;
                  return (
                    <li key={id}>
                      <NavLink
                        component="button"
                        type="button"
                        active={id === chosen}
                        label={name}
                        description={
                          isArchived
                            ? t('ownSegments.archived')
                            : kind === 'static'
                              ? t('ownSegments.frozenOn', { on: frozenOn ?? '' })
                              : undefined
                        }
                        rightSection={
                          count !== undefined && (
                            <Badge variant="light" color="gray" tt="none">
                              {count.toLocaleString(i18n.language)}
                            </Badge>
                          )
                        }
                        onClick={() => {
                          setChosen(id);
                        }}
                      />
                    </li>
                  );
                })}
              </ul>
              <Switch
                size="xs"
                label={t('ownSegments.withArchived')}
                checked={withArchived}
                onChange={(event) => {
                  setWithArchived(event.currentTarget.checked);
                }}
              />
            </Stack>
          </ScrollArea>
        </Box>
        <ScrollArea flex={1} miw={0} type="auto" scrollbarSize={8}>
          <PageHeader title={segment?.name ?? t(isOpen ? 'ownSegments.new' : 'ownSegments.title')} text={t('ownSegments.text')} />
          {isOpen && (
            <SegmentBuilder
              key={chosen}
              segment={segment}
              onSaved={setChosen}
              onGone={() => {
                setChosen(null);
              }}
            />
          )}
        </ScrollArea>
      </Group>
    </Stack>
  );
};
