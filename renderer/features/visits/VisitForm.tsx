import { Box, ScrollArea, Stack, Textarea } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { moneyInputText } from '../../../shared/domain/money.ts';
import { nextVisitOn } from '../../../shared/domain/visits/nextVisit.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { isDialogOpen } from '../../components/dialogs.ts';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { ArrivalBrief } from './ArrivalBrief.tsx';
import { DeferredItems } from './DeferredItems.tsx';
import { Favourites } from './Favourites.tsx';
import { InactiveAtVisit } from '../inactive/InactiveNotice.tsx';
import { IncidentsNotice } from '../incidents/IncidentsNotice.tsx';
import { useVisitPurses } from '../sharers/useVisitPurses.ts';
import { SafetyNotice } from '../safety/SafetyNotice.tsx';
import { ProofDialog } from '../spendingPins/ProofDialog.tsx';
import { WarningsDialog } from '../safety/WarningsDialog.tsx';
import { cellId, entryId, focusField } from './lineCell.ts';
import type { LineSource } from './lines.ts';
import { NextTime } from './NextTime.tsx';
import { mostText, payingOf } from './payments.ts';
import { ThingChoice } from './ThingChoice.tsx';
import { UsualItems } from './UsualItems.tsx';
import { useLineEntry } from './useLineEntry.ts';
import { usePark } from './usePark.ts';
import { useSaveVisit } from './useSaveVisit.ts';
import { useCheapestMix } from './useCheapestMix.ts';
import { useTierPrice } from './useTierPrice.ts';
import { useVisitCoupons } from './useVisitCoupons.ts';
import { useVisitValueCards } from '../valueCards/useVisitValueCards.ts';
import { emptyDraft, forAnyone, useVisitForm } from './useVisitForm.ts';
import { VisitHead } from './VisitHead.tsx';
import { VisitLeaveGuard } from './VisitLeaveGuard.tsx';
import { VisitLines } from './VisitLines.tsx';
import { VisitButtons } from './VisitButtons.tsx';
import type { Carried } from './VisitPage.tsx';
import { VisitTotals } from './VisitTotals.tsx';
import { WalkInHead } from './WalkInHead.tsx';

interface VisitFormProps {
  /** Null is a walk-in (X29). */
  readonly card: OutputOf<'customers.findById'> | null;
  readonly initial: Carried;
  /** The form has taken over what it started with. */
  readonly onTaken: () => void;
  /** Chooses another person and keeps what was typed. */
  readonly onChangePerson: (typed: Carried) => void;
}

type Next = 'save' | 'changePerson' | 'park';

/** One visit, top to bottom: items, what it comes to, who served, a note. Enter on the empty last row saves. */
export const VisitForm = ({ card, initial, onTaken, onChangePerson }: VisitFormProps) => {
  const { t } = useTranslation();
  const isNamed = card !== null;
  const ofPerson = { customerId: card?.id ?? '' };
  const { things = [] } = useOperation('things.ofCustomer', ofPerson, { enabled: isNamed }).data ?? {};
  const served = things.filter(({ retired }) => retired === null);
  const form = useVisitForm(initial.draft, served, card?.id ?? null);
  const [label, setLabel] = useState(initial.label);
  const [parkedVisitId] = useState(initial.parkedVisitId);
  const [depositCents] = useState(initial.depositCents);
  const [untyped] = useState(initial.isUntyped ? initial.draft : null);
  const { today, settings } = useShop();
  const balance = card?.summary.pointsBalance ?? null;
  const purses = useVisitPurses(card?.id ?? null, card?.storedValue ?? null, form.draft);
  const coupons = useVisitCoupons(form, card?.id ?? null);
  const may = useMay();
  const credit =
    card?.credit && settings.isOnAccount ? { leftCents: card.credit.leftCents, mayExceed: may('loyalty.adjust') } : null;
  const valueCards = useVisitValueCards(form, coupons, card?.id ?? null, depositCents);
  const means = { points: balance, stored: purses.stored, mostStoredCents: purses.mostCents, credit };
  const beside = payingOf(form.draft, coupons.totalCents, cents(depositCents + valueCards.cents), means, settings);
  const paying = { ...beside, unearningCents: cents(beside.unearningCents + valueCards.unearningCents) };
  const tier = useTierPrice(card?.id ?? null);
  const mix = useCheapestMix(form, coupons, tier);
  const payMost = (): void => {
    if (paying.mostCents > 0) form.change({ pointsPaid: mostText(paying) });
  };
  const payMostStored = (): void => {
    if (paying.mostStoredCents > 0) form.change({ storedPaid: moneyInputText(paying.mostStoredCents) });
  };
  const payOnAccount = (): void => {
    const most = paying.withinLimitCents > 0 ? paying.withinLimitCents : paying.mostOnAccountCents;
    if (most > 0) form.change({ accountPaid: moneyInputText(most) });
  };
  const mayBook = isNamed && may('appointments.write');
  const [wantsNext, setWantsNext] = useState(false);
  const nextOn = nextVisitOn(today, card?.summary.rhythmDays ?? null);
  const { save, warningsDialog, proofDialog, letPass, isPassing } = useSaveVisit({
    card,
    form,
    paying,
    storedFromId: purses.from?.customerId ?? null,
    valueCards,
    parkedVisitId,
    nextOn: wantsNext ? nextOn : null,
  });
  const park = usePark({
    customerId: card?.id ?? null,
    name: card?.fields.name ?? label,
    label,
    parkedVisitId,
    onParked: letPass,
  });
  const productIds = form.draft.lines.flatMap(({ productId }) => productId ?? []);
  const warnings = useOperation(
    'safety.warnings',
    { ...ofPerson, productIds: [...new Set(productIds)], businessDate: form.draft.date },
    { keepPrevious: true, enabled: isNamed },
  ).data?.warnings;
  const usual = useOperation('visits.usualItems', ofPerson, { enabled: isNamed }).data?.items ?? [];

  const add = (source: LineSource, goTo: 'quantity' | 'next'): void => {
    const key = form.addLine(tier.priced(source));
    // Without a price there is nothing to go on to yet.
    focusField(goTo === 'quantity' ? cellId(key, 'quantity') : source.price === null ? cellId(key, 'price') : entryId);
  };
  const addNext = (source: LineSource): void => {
    add(source, 'next');
  };
  const entry = useLineEntry({
    usual,
    onTake: ({ source }, byTab) => {
      add(source, byTab ? 'quantity' : 'next');
    },
    onFinish: () => {
      // A visit without a purchase is saved on purpose, by Ctrl+Enter.
      if (form.draft.lines.length > 0 || entry.isTyping()) void settleThen('save');
    },
  });
  const [wanted, setWanted] = useState<{ readonly next: Next } | null>(null);
  /** Goes on with what is still in the entry field: whoever typed 88 and pressed Ctrl+Enter meant the 88. */
  const settleThen = async (next: Next): Promise<void> => {
    await entry.settle();
    if (next === 'save') form.stopWatches();
    setWanted({ next });
  };
  const goOn = useEffectEvent((next: Next): void => {
    if (next === 'save') save();
    else if (next === 'park') park(form.draft);
    else {
      letPass();
      onChangePerson({
        draft: forAnyone(tier.without(form.draft)),
        label,
        parkedVisitId,
        depositCents: cents(0),
        isUntyped: false,
      });
    }
  });
  useEffect(() => {
    // Only now do the lines hold what was settled.
    if (wanted !== null) goOn(wanted.next);
  }, [wanted]);

  const begin = useEffectEvent((): void => {
    onTaken();
    // What was booked without a price is asked first.
    const unpriced = initial.draft.lines.find(({ price, startedAt }) => price === '' && startedAt === null);
    focusField(unpriced === undefined ? entryId : cellId(unpriced.key, 'price'));
  });
  useEffect(() => {
    begin();
  }, []);

  // At the window, not at the form: a click beside the fields takes the focus out of it, and the keys must go on working.
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat || isDialogOpen()) return;
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key === 'F7' && mayBook) {
      event.preventDefault();
      setWantsNext((before) => !before);
      return;
    }
    if (event.key === 'F10') {
      event.preventDefault();
      form.toggleCards();
      return;
    }
    if (event.key === 'F5' && !event.shiftKey) {
      event.preventDefault();
      mix.take();
      return;
    }
    if (event.key === 'F8') {
      event.preventDefault();
      if (event.ctrlKey) payOnAccount();
      else if (event.shiftKey) payMostStored();
      else payMost();
      return;
    }
    // Elsewhere F2 begins a visit; here it is already begun, and F2 says that it is someone else's.
    const next = isSave ? 'save' : event.key === 'F2' ? 'changePerson' : event.key === 'F9' ? 'park' : null;
    if (next === null) return;
    event.preventDefault();
    void settleThen(next);
  };
  useWindowEvent('keydown', onKey, { capture: true });

  return (
    <Box h="100%">
      <WithSidePanel
        width={340}
        panelLabel={t('visits.total')}
        panel={
          <Stack gap="md">
            <VisitTotals
              form={form}
              coupons={coupons}
              valueCards={valueCards}
              mix={mix}
              depositCents={depositCents}
              card={card}
              paying={paying}
              onMost={payMost}
              purses={purses}
              onMostStored={payMostStored}
              {...(credit !== null && { onAccount: payOnAccount })}
            />
            {mayBook && <NextTime on={nextOn} isWanted={wantsNext} onChange={setWantsNext} />}
          </Stack>
        }
        foot={
          <VisitButtons
            isEmpty={form.draft.lines.length === 0 && entry.text.trim() === ''}
            isWalkIn={!isNamed}
            onSave={() => void settleThen('save')}
            onPark={() => void settleThen('park')}
          />
        }
      >
        <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
          <Stack p="lg" gap="md">
            {card === null ? (
              <WalkInHead label={label} onLabel={setLabel} onChange={() => void settleThen('changePerson')} />
            ) : (
              <>
                <VisitHead card={card} onChange={() => void settleThen('changePerson')} />
                <SafetyNotice card={card} patchTests={warnings?.filter(({ code }) => code.startsWith('patch_test_')) ?? []} />
                <IncidentsNotice customerId={card.id} />
                <InactiveAtVisit card={card} date={form.draft.date} />
                <ArrivalBrief card={card} />
              </>
            )}
            <ThingChoice
              things={served}
              thingId={form.thingId}
              onChange={(thingId) => {
                form.change({ thingId });
              }}
            />
            <VisitLines form={form} entry={entry} mayDefer={isNamed} />
            {card !== null && <DeferredItems customerId={card.id} form={form} onAdd={addNext} />}
            <UsualItems items={usual} onAdd={addNext} />
            <Favourites onAdd={addNext} />
          </Stack>
        </ScrollArea>
        <Textarea
          px="lg"
          pb="lg"
          pt="xs"
          label={t('visits.note')}
          placeholder={t('visits.noteHint')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={form.draft.note}
          onChange={(event) => {
            form.change({ note: event.currentTarget.value });
          }}
        />
      </WithSidePanel>
      <WarningsDialog {...warningsDialog} />
      <ProofDialog {...proofDialog} customer={card && { id: card.id, name: card.fields.name }} />
      <VisitLeaveGuard draft={form.draft === untyped ? emptyDraft : form.draft} isTyping={entry.isTyping} isPassing={isPassing} />
    </Box>
  );
};
