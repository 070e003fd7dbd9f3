import { Button, Checkbox, Drawer, Group, ScrollArea, Stack, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconGiftCard, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueCardId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { CardDetail } from './CardDetail.tsx';
import { CardSections } from './CardSections.tsx';
import { SellForm } from './SellForm.tsx';
import { useValueCardWords } from './useValueCardWords.ts';

const PAGE = 50;

/** What stands at the side: a card, the form that sells one, or nothing. */
type Shown = { readonly cardId: ValueCardId } | 'sell' | null;

/** Cards with money on them that were sold: find one by its code, see what moved its money, sell another (X59, X60). */
export const ValueCardsPage = (): ReactNode => {
  const { t } = useTranslation();
  const may = useMay();
  const words = useValueCardWords();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 150);
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Shown>(null);
  const close = (): void => {
    setShown(null);
  };
  const input = { text: wanted, onlyOpen, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useOperation('valueCards.find', input, { keepPrevious: true });
  const sell = may('loyalty.write') && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
      onClick={() => {
        setShown('sell');
      }}
    >
      {t('valueCards.list.sell')}
    </Button>
  );
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections within="cards" />
      <CardSections />
      <PageHeader title={t('valueCards.list.title')} text={t('valueCards.list.text')}>
        {sell}
      </PageHeader>
      <Group px="md" pb="sm">
        <TextInput
          w="20rem"
          data-takes-codes
          aria-label={t('valueCards.list.search')}
          placeholder={t('valueCards.list.search')}
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          maxLength={60}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPage(0);
          }}
        />
        <Checkbox
          label={t('valueCards.list.onlyOpen')}
          checked={onlyOpen}
          onChange={(event) => {
            setOnlyOpen(event.currentTarget.checked);
            setPage(0);
          }}
        />
      </Group>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data?.total === 0 && (
          <EmptyState
            icon={IconGiftCard}
            title={t(text === '' ? 'valueCards.list.empty.title' : 'valueCards.list.empty.notFound')}
            text={t('valueCards.list.empty.text')}
          />
        )}
        {data !== undefined && data.total > 0 && (
          <Table verticalSpacing={8} horizontalSpacing="md" aria-label={t('valueCards.list.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('valueCards.list.card')}</Table.Th>
                <Table.Th>{t('valueCards.list.whose')}</Table.Th>
                <Table.Th>{t('valueCards.list.terms')}</Table.Th>
                <Table.Th>{t('valueCards.list.standing')}</Table.Th>
                <Table.Th ta="right">{t('valueCards.list.left')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.rows.map((card) => (
                <Table.Tr key={card.id}>
                  <Table.Td>
                    <UnstyledButton
                      fz="sm"
                      fw={700}
                      onClick={() => {
                        setShown({ cardId: card.id });
                      }}
                    >
                      {words.named(card)}
                    </UnstyledButton>
                  </Table.Td>
                  <Table.Td>
                    {card.customerId === null ? (
                      <Text size="sm" c="dimmed">
                        {t('valueCards.list.nobody')}
                      </Text>
                    ) : (
                      <CustomerLink customerId={card.customerId}>{card.customerName ?? ''}</CustomerLink>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed">
                      {[words.paysFor(card.paysFor), words.until(card.validUntil)].join(' · ')}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{t(`valueCards.standing.${card.standing}`)}</Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <MoneyText amount={card.leftCents} keepZeros />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {data !== undefined && (
          <PageButtons
            page={page}
            pageSize={PAGE}
            total={data.total}
            onPage={setPage}
            before={t('customers.points.newer')}
            after={t('customers.points.older')}
          />
        )}
      </ScrollArea>
      <Drawer
        position="right"
        size={480}
        opened={shown !== null}
        onClose={close}
        title={t(shown === 'sell' ? 'valueCards.list.sell' : 'valueCards.list.card')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {shown === 'sell' && (
          <SellForm
            owner={null}
            onClose={close}
            onSold={(cardId) => {
              setShown({ cardId });
            }}
          />
        )}
        {shown !== null && shown !== 'sell' && <CardDetail cardId={shown.cardId} />}
      </Drawer>
    </Stack>
  );
};
