import { Badge, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatQuantity } from '../../../shared/domain/quantity.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { usePages } from '../../ipc/usePages.ts';

/** What is kept in the shop for its customers, what expires first before all (X51). */
export const KeptInShopPage = (): ReactNode => {
  const { t } = useTranslation();
  const { rows, total, error, left, isReading, readOn, readAgain } = usePages('keptGoods.inShop', (page) =>
    call('keptGoods.inShop', page),
  );
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('keptGoods.inShop.title')} text={t('keptGoods.inShop.text')} />
      {error !== null && <ErrorNotice error={error} onRetry={readAgain} />}
      {total === 0 && (
        <EmptyState icon={IconArchive} title={t('keptGoods.inShop.empty.title')} text={t('keptGoods.inShop.empty.text')} />
      )}
      {total !== undefined && total > 0 && (
        <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
          <Stack gap="sm" pb="lg" maw={1080}>
            <Table verticalSpacing={6} aria-label={t('keptGoods.inShop.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('keptGoods.fields.name')}</Table.Th>
                  <Table.Th>{t('keptGoods.inShop.customer')}</Table.Th>
                  <Table.Th>{t('keptGoods.fields.place')}</Table.Th>
                  <Table.Th w="8rem">{t('keptGoods.inShop.keptOn')}</Table.Th>
                  <Table.Th w="11rem">{t('keptGoods.fields.expiresOn')}</Table.Th>
                  <Table.Th w="7rem" ta="right">
                    {t('keptGoods.inShop.left')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>{row.name}</Table.Td>
                    <Table.Td>
                      <CustomerLink customerId={row.customerId}>{row.customerName}</CustomerLink>
                      <Text span size="sm" c="dimmed" ml={8}>
                        {row.customerNumber}
                        {row.isRemoved && ` · ${t('storedValue.owed.removed')}`}
                      </Text>
                    </Table.Td>
                    <Table.Td>{row.place}</Table.Td>
                    <Table.Td>
                      <DateText date={row.keptOn} as="figures" />
                    </Table.Td>
                    <Table.Td {...(row.isExpired && { c: 'var(--regulars-danger-text)' })}>
                      {row.expiresOn !== null && <DateText date={row.expiresOn} as="figures" />}
                      {row.isExpired && (
                        <Badge color="red" ml={8}>
                          {t('keptGoods.isExpired')}
                        </Badge>
                      )}
                    </Table.Td>
                    <Table.Td ta="right" fw={700}>
                      {formatQuantity(row.leftQuantity)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <ReadOn left={left} isReading={isReading} onReadOn={readOn} />
          </Stack>
        </ScrollArea>
      )}
    </Stack>
  );
};
