import { Anchor, Badge, Box, Button, Group, Paper, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../shared/types/amounts.ts';
import { wallClock } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { clockText, shortDate } from '../../components/dateWords.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useAuditCheck } from './AuditCheck.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { linesOf, sentenceOf } from './sentence.ts';
import type { AuditEntry } from './sentence.ts';
import { useAuditPages } from './useAuditPages.ts';
import type { AuditQuestion } from './useAuditPages.ts';
import { SettingsSections } from '../settings/SettingsSections.tsx';

/** Who did what that involves value, rights, or data leaving the shop (R192). */
export const AuditPage = (): ReactNode => {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<AuditQuestion>({});
  const list = useAuditPages(question);
  const check = useAuditCheck();
  const entries = list.data ?? [];
  const isFiltered = Object.values(question).some((value) => value !== null);
  return (
    <Stack h="100%" gap={0}>
      <SettingsSections />
      <PageHeader title={t('audit.title')} text={t('audit.text')}>
        {check.button}
      </PageHeader>
      {check.result !== null && (
        <Box px="md" pb="sm" maw="48rem">
          {check.result}
        </Box>
      )}
      <AuditFilters question={question} onChange={setQuestion} />
      {list.error !== null && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        {list.data !== undefined && entries.length === 0 ? (
          <EmptyState
            icon={IconListSearch}
            title={t('audit.empty.title')}
            text={isFiltered ? t('audit.empty.filtered') : t('audit.empty.text')}
          />
        ) : (
          <Paper withBorder mx="md" mb="md">
            <Table verticalSpacing={6} highlightOnHover>
              <Table.Tbody>
                {entries.map((entry) => (
                  <EntryRow key={entry.sequence} entry={entry} />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        )}
        {list.hasNextPage && (
          <Group justify="center" p="md">
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('audit.more')}
            </Button>
          </Group>
        )}
      </ScrollArea>
    </Stack>
  );
};

const EntryRow = ({ entry }: { readonly entry: AuditEntry }) => {
  const { t, i18n } = useTranslation();
  const { today, settings } = useShop();
  const money = useMoney();
  const { date, hour, minute } = wallClock(entry.at, settings.timeZone);
  const nobody = entry.outcome === 'done' ? t('audit.nobody') : t('audit.unknown');
  const [first] = entry.customers;
  const sentence = sentenceOf(entry, { t, language: i18n.language, money: (amount) => money(cents(amount)) });
  const lines = linesOf(entry, { t, language: settings.language, money: (amount) => money(cents(amount)) });
  return (
    <Table.Tr>
      <Table.Td w="8.5rem">
        <time dateTime={new Date(entry.at).toISOString()} title={`${date} ${clockText(hour, minute)}`}>
          {shortDate(date, today)} {clockText(hour, minute)}
        </time>
      </Table.Td>
      <Table.Td w="8rem">{entry.staffName ?? nobody}</Table.Td>
      <Table.Td>
        {first !== undefined && first.name !== null ? (
          <Anchor
            size="sm"
            {...(entry.outcome !== 'done' && { c: 'red' })}
            renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId: first.id }} search={{}} />}
          >
            {sentence}
          </Anchor>
        ) : (
          <Text size="sm" {...(entry.outcome !== 'done' && { c: 'red' })}>
            {sentence}
          </Text>
        )}
        {lines.map((line) => (
          <Text key={line} size="xs" c="dimmed">
            {line}
          </Text>
        ))}
      </Table.Td>
      <Table.Td w="12rem" ta="right">
        <Badge variant="light" color="gray" tt="none">
          {t(`audit.kinds.${entry.kind}`)}
        </Badge>
      </Table.Td>
    </Table.Tr>
  );
};
