import { Box, Button, Kbd, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { isDialogOpen } from '../../components/dialogs.ts';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useCardsAtReturn } from '../valueCards/useCardsAtReturn.ts';
import { useUnseenWarnings } from '../safety/useUnseenWarnings.ts';
import { WarningsDialog } from '../safety/WarningsDialog.tsx';
import { cellId, entryId, focusField } from '../visits/lineCell.ts';
import { useLineEntry } from '../visits/useLineEntry.ts';
import { emptyDraft, useVisitForm } from '../visits/useVisitForm.ts';
import { VisitLines } from '../visits/VisitLines.tsx';
import { BackLines, backFieldId } from './BackLines.tsx';
import { backInPoints, backOf, backToPurse, givenBack, type BackDrafts } from './backDrafts.ts';
import { ReturnTotals, reasonFieldId } from './ReturnTotals.tsx';

type Sale = OutputOf<'visits.findById'>;

/** Lines of an earlier visit come back, all or part of each, and something else is taken in exchange (R068). */
export const ReturnPage = (): ReactNode => {
  const { visitId } = useParams({ from: '/visits/$visitId/return' });
  const sale = useOperation('visits.findById', { visitId });
  if (sale.isError) return <ErrorNotice error={sale.error} onRetry={() => void sale.refetch()} />;
  return sale.data === undefined ? null : <ReturnForm sale={sale.data} />;
};

const ReturnForm = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const money = useMoney();
  const { done } = useUndo();
  const { settings } = useShop();
  const { refused, dialog } = useUnseenWarnings();
  const returnLines = useCommand('visits.returnLines', { quiet: true });
  const [back, setBack] = useState<BackDrafts>({});
  const [reason, setReason] = useState('');
  const [isMoneyStored, setIsMoneyStored] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const isUnderWay = useRef(false);
  const mayPass = useRef(false);
  const exchange = useVisitForm(emptyDraft, []);
  const entry = useLineEntry({
    usual: [],
    onTake: ({ source }) => {
      const key = exchange.addLine(source);
      focusField(source.price === null ? cellId(key, 'price') : entryId);
    },
    onFinish: () => undefined,
  });
  const givenBackCents = givenBack(sale.lines, back);
  const byCards = useCardsAtReturn(sale, back, exchange);
  const restBackCents = cents(givenBackCents - byCards.backCents);
  const restExchangeCents = cents(exchange.total - byCards.paysExchangeCents);
  const chosen = sale.lines.filter(({ id }) => (back[id] ?? '').trim() !== '');

  /** The field to mend first, or null. */
  const faultyField = (): string | null => {
    const wrong =
      sale.lines.find((line) => backOf(line, back[line.id] ?? '') === null) ?? (chosen.length === 0 ? sale.lines[0] : undefined);
    if (wrong !== undefined) return backFieldId(wrong.id);
    if (exchange.firstFault !== null) return cellId(exchange.firstFault.key, exchange.firstFault.field);
    return reason.trim() === '' ? reasonFieldId : null;
  };
  const save = (acknowledged: string[] = []): void => {
    const field = faultyField();
    if (field !== null) {
      focusField(field);
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    returnLines.mutate(
      {
        visitId: sale.id,
        lines: chosen.map(({ id }) => ({ lineId: id, quantity: parseQuantity(back[id] ?? '') ?? 0 })),
        exchange: exchange.lines,
        reason,
        isMoneyStored,
        acknowledged,
      },
      {
        onSuccess: (recorded) => {
          done({
            label: t('sales.return.done', { amount: money(recorded.givenBackCents) }),
            undo: () => client.visits.undo({ visitId: recorded.visitId }),
          });
          mayPass.current = true;
          void navigate({ to: '/visits/$visitId', params: { visitId: recorded.visitId }, replace: true });
        },
        onError: (error) => {
          refused(error, save);
        },
        onSettled: () => {
          isUnderWay.current = false;
        },
      },
    );
  };
  const [wanted, setWanted] = useState<object | null>(null);
  const goOn = useEffectEvent(() => {
    save();
  });
  useEffect(() => {
    if (wanted !== null) goOn();
  }, [wanted]);
  const settleThenSave = async (): Promise<void> => {
    await entry.settle();
    // A watch that ran would leave its line without hours, and the line out.
    exchange.stopWatches();
    setIsChecked(true);
    exchange.check();
    setWanted({});
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat || isDialogOpen()) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void settleThenSave();
  };
  useWindowEvent('keydown', onKey, { capture: true });
  const isDirty = (): boolean =>
    !mayPass.current && (chosen.length > 0 || reason.trim() !== '' || exchange.draft.lines.length > 0 || entry.isTyping());

  return (
    <Box h="100%">
      <WithSidePanel
        width={340}
        panelLabel={t('visits.total')}
        panel={
          <ReturnTotals
            givenBackCents={givenBackCents}
            exchangeCents={exchange.total}
            byCards={byCards}
            inPoints={backInPoints(sale, restBackCents, byCards)}
            toPurse={backToPurse(sale, restBackCents, restExchangeCents, byCards)}
            owedCents={sale.credit?.openCents ?? null}
            {...(settings.returnsMayBeStored &&
              sale.customerId !== null && { storing: { isWanted: isMoneyStored, onWant: setIsMoneyStored } })}
            reason={reason}
            isReasonMissing={isChecked && reason.trim() === ''}
            onReason={setReason}
          />
        }
        foot={
          <Button
            size="lg"
            fullWidth
            rightSection={
              <Kbd size="xs" visibleFrom="lg">
                Ctrl ⏎
              </Kbd>
            }
            onClick={() => void settleThenSave()}
          >
            {t('sales.return.save')}
          </Button>
        }
      >
        <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
          <Stack p="lg" gap="md">
            <Stack gap={0}>
              <Title order={1} fz="lg">
                {t('sales.return.heading', { number: sale.receiptNumber ?? t('sales.noReceipt') })}
              </Title>
              <Text size="sm" c="dimmed">
                {t('sales.return.about')}
              </Text>
            </Stack>
            <BackLines
              lines={sale.lines}
              drafts={back}
              isChecked={isChecked}
              isNothingChosen={isChecked && chosen.length === 0}
              onChange={(lineId, text) => {
                setBack((before) => ({ ...before, [lineId]: text }));
              }}
            />
            <Text size="sm" c="dimmed">
              {t('sales.return.exchange')}
            </Text>
            <VisitLines form={exchange} entry={entry} mayDefer={false} />
          </Stack>
        </ScrollArea>
      </WithSidePanel>
      <WarningsDialog {...dialog} />
      <LeaveGuard isDirty={isDirty} />
    </Box>
  );
};
