import { Anchor, Button, Group, Paper, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { formatQuantity } from '../../../shared/domain/quantity.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { QuantityText } from '../../components/QuantityText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { useLineCards } from '../countCards/useLineCards.ts';
import { OrderLink } from '../orders/OrderLink.tsx';
import { PrintButtons } from '../printing/PrintButtons.tsx';
import { usePrint } from '../printing/usePrint.ts';
import { VisitProof } from '../spendingPins/KeptProofs.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { PaidWith } from './PaidWith.tsx';
import { ValueCardsOfSale } from '../valueCards/ValueCardsOfSale.tsx';
import { PointsOfSale } from './PointsOfSale.tsx';
import { StampsOfSale } from '../stamps/StampsOfSale.tsx';
import { ReferralOfSale } from '../referrals/ReferralOfSale.tsx';

type Sale = OutputOf<'visits.findById'>;

/** One visit as its receipt says it, and what can still be done about it: return lines, claim a walk-in, undo. */
export const SalePage = (): ReactNode => {
  const { visitId } = useParams({ from: '/visits/$visitId' });
  const sale = useOperation('visits.findById', { visitId });
  if (sale.isError) return <ErrorNotice error={sale.error} onRetry={() => void sale.refetch()} />;
  return sale.data === undefined ? null : <Sale sale={sale.data} />;
};

const Sale = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const money = useMoney();
  const told = useTold();
  const { done } = useUndo();
  const print = usePrint();
  const undo = useCommand('visits.undo');
  const unclaim = useCommand('visits.unclaim');
  const [isClaiming, setIsClaiming] = useState(false);
  const { id: visitId, customerId } = sale;
  const owner = useOperation('customers.findById', { customerId: customerId ?? '' }, { enabled: customerId !== null }).data;
  const stands = sale.undoneAt === null;
  const canReturn =
    stands && sale.returnsVisitId === null && sale.lines.some(({ quantity, returnedQuantity }) => quantity > returnedQuantity);
  const canClaim = stands && customerId === null && sale.returnsVisitId === null && sale.returns.length === 0;

  return (
    <Stack gap={0} h="100%">
      <PageHeader
        title={t(sale.returnsVisitId === null ? 'sales.sale' : 'sales.return.title', {
          number: sale.receiptNumber ?? t('sales.noReceipt'),
        })}
        text={
          <>
            <MomentText at={sale.at} />
            {' · '}
            {customerId === null ? (
              t('visits.walkIn.name')
            ) : (
              <Anchor
                inherit
                underline="always"
                renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} {...props} />}
              >
                {owner?.fields.name ?? ''}
              </Anchor>
            )}
            {sale.staffName !== null && ` · ${sale.staffName}`}
            {sale.order !== null && (
              <>
                {' · '}
                <OrderLink order={sale.order} />
              </>
            )}
            {!stands && ` · ${t('sales.undone')}`}
          </>
        }
      >
        <PrintButtons
          isPending={print.isPending}
          onPrint={(to) => {
            print.slip({ kind: 'receipt', visitId }, to);
          }}
        />
        {canReturn && (
          <Button onClick={() => void navigate({ to: '/visits/$visitId/return', params: { visitId } })}>
            {t('sales.return.start')}
          </Button>
        )}
        {canClaim && (
          <Button
            variant="default"
            onClick={() => {
              setIsClaiming(true);
            }}
          >
            {t('sales.claim.start')}
          </Button>
        )}
        {stands && sale.claimedAt !== null && customerId !== null && (
          <Button
            variant="default"
            loading={unclaim.isPending}
            onClick={() => {
              unclaim.mutate(
                { visitId },
                {
                  onSuccess: () => {
                    done({
                      label: t('sales.claim.released', { name: owner?.fields.name ?? '' }),
                      undo: () => client.visits.claim({ visitId, customerId }),
                    });
                  },
                },
              );
            }}
          >
            {t('sales.claim.release')}
          </Button>
        )}
        {stands && (
          <Button
            variant="default"
            loading={undo.isPending}
            onClick={() => {
              undo.mutate(
                { visitId },
                {
                  onSuccess: () => {
                    told(t('sales.taken', { amount: money(sale.totalCents) }));
                  },
                },
              );
            }}
          >
            {t('sales.undo')}
          </Button>
        )}
      </PageHeader>
      <ScrollArea flex={1} type="auto" scrollbarSize={8}>
        <Stack px="md" pb="lg" gap="md" maw={980}>
          {isClaiming && canClaim && (
            <ClaimPanel
              visitId={visitId}
              onDone={() => {
                setIsClaiming(false);
              }}
            />
          )}
          <SaleLines sale={sale} />
          {sale.note !== null && <Text size="sm">{sale.note}</Text>}
          <VisitProof visitId={visitId} />
          <Related sale={sale} />
        </Stack>
      </ScrollArea>
    </Stack>
  );
};

const SaleLines = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation();
  const money = useMoney();
  if (sale.lines.length === 0) return <Text c="dimmed">{t('sales.nothingBought')}</Text>;
  return (
    <Paper withBorder>
      <Table verticalSpacing={8} horizontalSpacing="md" aria-label={t('visits.lines.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('visits.lines.item')}</Table.Th>
            <Table.Th ta="right">{t('visits.lines.quantity')}</Table.Th>
            <Table.Th ta="right">{t('visits.lines.price')}</Table.Th>
            <Table.Th ta="right">{t('sales.discount')}</Table.Th>
            <Table.Th ta="right">{t('visits.lines.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sale.lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>
                <Text size="sm" fw={700}>
                  {line.name}
                </Text>
                <LineNotes line={line} />
              </Table.Td>
              <Table.Td ta="right">
                <QuantityText quantity={line.quantity} />
              </Table.Td>
              <Table.Td ta="right">{line.unitPriceCents === null ? '' : money(line.unitPriceCents, true)}</Table.Td>
              <Table.Td ta="right">
                {line.discountCents + line.shareCents === 0 ? '' : `−${money(cents(line.discountCents + line.shareCents), true)}`}
              </Table.Td>
              <Table.Td ta="right">{money(line.amountCents, true)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" px="md" py="sm" gap="md">
        {sale.discountReason !== null && (
          <Text size="sm" c="dimmed">
            {t('sales.discountReason', { reason: sale.discountReason })}
          </Text>
        )}
        <Text fw={700}>
          {t('visits.total')} <MoneyText amount={sale.totalCents} keepZeros />
        </Text>
      </Group>
      {sale.coupons.length > 0 && (
        <Group justify="flex-end" px="md" pb="sm" gap="md" c="dimmed">
          {sale.coupons.map(({ name, text, cents: off }) => (
            <Text key={text} size="sm">
              {t(off < 0 ? 'sales.couponBack' : 'sales.coupon', { name, number: text, amount: money(cents(Math.abs(off))) })}
            </Text>
          ))}
        </Group>
      )}
      <PointsOfSale pending={sale.pending} sharedEarning={sale.sharedEarning} />
      <StampsOfSale stamps={sale.stamps} />
      <ReferralOfSale referral={sale.referral} />
      <ValueCardsOfSale cards={sale.valueCards} />
      {sale.payments.length > 0 && (
        <Group justify="flex-end" px="md" pb="sm" gap="md" c="dimmed">
          {sale.payments.map((payment) => (
            <Text key={payment.method} size="sm">
              <PaidWith payment={payment} /> <MoneyText amount={payment.cents} keepZeros />
            </Text>
          ))}
          {sale.credit !== null && sale.credit.openCents > 0 && (
            <Text size="sm">{t('credit.stillOwed', { amount: money(sale.credit.openCents) })}</Text>
          )}
        </Group>
      )}
    </Paper>
  );
};

/** Who did it, the piece, what was made to measure, what came back of it. */
const LineNotes = ({ line }: { readonly line: Sale['lines'][number] }) => {
  const { t } = useTranslation();
  const cards = useLineCards();
  const parts = [
    ...cards(line),
    ...line.staff.map(({ name, isRequested }) => (isRequested === true ? t('visits.lines.requestedStaff', { name }) : name)),
    line.serialNumber === null ? '' : t('visits.lines.serial', { number: line.serialNumber }),
    line.specification ?? '',
    line.returnedQuantity > 0 ? t('sales.return.already', { quantity: formatQuantity(line.returnedQuantity) }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : (
    <Text size="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
};

/** The visit that this one returns lines of, and the returns of this one. */
const Related = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { returnsVisitId } = sale;
  return (
    <>
      {returnsVisitId !== null && (
        <Text size="sm">
          <Anchor inherit renderRoot={(props) => <Link to="/visits/$visitId" params={{ visitId: returnsVisitId }} {...props} />}>
            {t('sales.return.ofSale')}
          </Anchor>
        </Text>
      )}
      {sale.returns.map(({ visitId, totalCents, at }) => (
        <Text key={visitId} size="sm">
          <Anchor inherit renderRoot={(props) => <Link to="/visits/$visitId" params={{ visitId }} {...props} />}>
            {t('sales.return.one', { amount: money(totalCents) })}
          </Anchor>{' '}
          <Text span inherit c="dimmed">
            <MomentText at={at} />
          </Text>
        </Text>
      ))}
    </>
  );
};
