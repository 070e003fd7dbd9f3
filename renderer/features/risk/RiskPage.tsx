import { Badge, Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DISSATISFIED_TO,
  FAR_LATE,
  HIGH_FROM,
  MIDDLE_FROM,
  NEARLY_STOPPED,
  riskGrades,
  riskSigns,
  signPoints,
  type RiskGrade,
} from '../../../shared/domain/segments/risk.ts';
import { useShop } from '../../app/shop.tsx';
import { CustomerName } from '../../components/CustomerName.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FiguresArea } from '../../components/FiguresArea.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pages } from '../../components/Pages.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { SegmentSections } from '../segments/SegmentSections.tsx';
import { useRiskWords } from './useRiskWords.ts';

const PAGE_SIZE = 50;
const colors: { readonly [Grade in RiskGrade]: string } = { high: 'red', middle: 'amber', low: 'gray' };

/** Who may be about to leave, high value first, each with the facts that say so (R169 to R171). */
export const RiskPage = (): ReactNode => {
  const { t, i18n } = useTranslation();
  const { settings } = useShop();
  const wordsOf = useRiskWords();
  const [grade, setGrade] = useState<RiskGrade | null>(null);
  const [sign, setSign] = useState<(typeof riskSigns)[number] | null>(null);
  const [page, setPage] = useState(1);
  const input = { grade, sign, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const { data, error, refetch } = useQuery({
    ...studyQuery('risk.list', input, (asked) => call('risk.list', asked)),
    placeholderData: keepPreviousData,
    // Days go by without anybody doing anything.
    refetchOnMount: 'always',
  });
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE_SIZE));
  // The list may have grown shorter than the page that was open.
  if (data !== undefined && page > pages) setPage(pages);
  const all = data?.grades.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const countOf = (each: RiskGrade): string =>
    (data?.grades.find((one) => one.grade === each)?.count ?? 0).toLocaleString(i18n.language);
  return (
    <Stack gap={0} h="100%">
      <SegmentSections />
      <PageHeader title={t('risk.title')} text={t('risk.text')} />
      <Group px="md" pb="sm" gap="sm">
        <SegmentedControl
          aria-label={t('risk.grade')}
          value={grade ?? 'all'}
          onChange={(value) => {
            setPage(1);
            setGrade(riskGrades.find((each) => each === value) ?? null);
          }}
          data={[
            { value: 'all', label: t('risk.all', { count: all.toLocaleString(i18n.language) }) },
            ...riskGrades.map((each) => ({ value: each, label: `${t(`risk.grades.${each}`)} ${countOf(each)}` })),
          ]}
        />
        <Select
          w="14rem"
          clearable
          aria-label={t('risk.sign')}
          placeholder={t('risk.sign')}
          data={riskSigns.map((value) => ({ value, label: t(`risk.signs.${value}`) }))}
          value={sign}
          onChange={(value) => {
            setPage(1);
            setSign(riskSigns.find((each) => each === value) ?? null);
          }}
        />
      </Group>
      <FiguresArea
        label={t('risk.title')}
        counting={t('risk.counting')}
        isCounting={data === undefined}
        error={error}
        onRetry={() => void refetch()}
      >
        {data !== undefined && data.total === 0 && (
          <EmptyState
            icon={IconHeartHandshake}
            title={t(all === 0 ? 'risk.empty.title' : 'risk.empty.filteredTitle')}
            text={t(all === 0 ? 'risk.empty.text' : 'risk.empty.filteredText')}
          />
        )}
        {data !== undefined && data.total > 0 && (
          <Stack gap="md" pb="lg">
            <Table verticalSpacing="sm" aria-label={t('risk.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('segments.column.name')}</Table.Th>
                  <Table.Th>{t('risk.value')}</Table.Th>
                  <Table.Th ta="right">{t('segments.column.spend')}</Table.Th>
                  <Table.Th>{t('risk.grade')}</Table.Th>
                  <Table.Th>{t('risk.why')}</Table.Th>
                  <Table.Th>{t('risk.owner')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <CustomerName customer={row} />
                    </Table.Td>
                    <Table.Td>{t(`classes.value.${row.value}`)}</Table.Td>
                    <Table.Td ta="right">
                      <MoneyText amount={row.yearSpendCents} />
                    </Table.Td>
                    <Table.Td>
                      <Badge variant="light" color={colors[row.grade]} tt="none">
                        {t('risk.points', { grade: t(`risk.grades.${row.grade}`), count: row.points })}
                      </Badge>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">{wordsOf(row).join(t('risk.and'))}</Text>
                    </Table.Td>
                    <Table.Td>{row.ownerName ?? '—'}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Pages page={page} pageSize={PAGE_SIZE} total={data.total} onPage={setPage} />
            <Text size="sm" c="dimmed" maw="60rem">
              {t('risk.formula', {
                late: signPoints.late,
                far: FAR_LATE,
                falling: signPoints.falling,
                percent: settings.fallingSpendPercent,
                stopped: Math.round(NEARLY_STOPPED * 100),
                incident: signPoints.incident,
                dissatisfied: signPoints.dissatisfied,
                score: DISSATISFIED_TO,
                noShow: signPoints.no_show,
                high: HIGH_FROM,
                middle: MIDDLE_FROM,
              })}
            </Text>
          </Stack>
        )}
      </FiguresArea>
    </Stack>
  );
};
