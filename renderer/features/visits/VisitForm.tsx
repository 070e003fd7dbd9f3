import { Box, Button, Kbd, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { isDialogOpen } from '../../components/dialogs.ts';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { DueNotices } from './DueNotices.tsx';
import { SafetyNotice } from '../safety/SafetyNotice.tsx';
import { WarningsDialog } from '../safety/WarningsDialog.tsx';
import { cellId, entryId, focusField } from './lineCell.ts';
import type { LineSource } from './lines.ts';
import { ThingChoice } from './ThingChoice.tsx';
import { UsualItems } from './UsualItems.tsx';
import { useLineEntry } from './useLineEntry.ts';
import { useSaveVisit } from './useSaveVisit.ts';
import { forAnyone, useVisitForm, type VisitDraft } from './useVisitForm.ts';
import { VisitHead } from './VisitHead.tsx';
import { VisitLeaveGuard } from './VisitLeaveGuard.tsx';
import { VisitLines } from './VisitLines.tsx';
import { VisitTotals } from './VisitTotals.tsx';

interface VisitFormProps {
  readonly card: OutputOf<'customers.findById'>;
  readonly initial: VisitDraft;
  /** The form has taken over what it started with. */
  readonly onTaken: () => void;
  /** Chooses another person and keeps what was typed. */
  readonly onChangePerson: (draft: VisitDraft) => void;
}

/** One visit, top to bottom: items, what it comes to, who served, a note. Enter on the empty last row saves. */
export const VisitForm = ({ card, initial, onTaken, onChangePerson }: VisitFormProps) => {
  const { t } = useTranslation();
  const { things = [] } = useOperation('things.ofCustomer', { customerId: card.id }).data ?? {};
  const served = things.filter(({ retired }) => retired === null);
  const form = useVisitForm(initial, served);
  const { save, unseen, goOn: goOnAllTheSame, goBack, letPass, isPassing } = useSaveVisit(card, form);
  const productIds = form.draft.lines.flatMap(({ productId }) => productId ?? []);
  const warnings = useOperation(
    'safety.warnings',
    { customerId: card.id, productIds: [...new Set(productIds)], businessDate: form.draft.date },
    { keepPrevious: true },
  ).data?.warnings;
  const usual = useOperation('visits.usualItems', { customerId: card.id }).data?.items ?? [];

  const add = (source: LineSource, goTo: 'quantity' | 'next'): void => {
    const key = form.addLine(source);
    // Without a price there is nothing to go on to yet.
    focusField(goTo === 'quantity' ? cellId(key, 'quantity') : source.price === null ? cellId(key, 'price') : entryId);
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
  const [wanted, setWanted] = useState<{ readonly next: 'save' | 'changePerson' } | null>(null);
  /** Goes on with what is still in the entry field: whoever typed 88 and pressed Ctrl+Enter meant the 88. */
  const settleThen = async (next: 'save' | 'changePerson'): Promise<void> => {
    await entry.settle();
    setWanted({ next });
  };
  const goOn = useEffectEvent((next: 'save' | 'changePerson'): void => {
    if (next === 'save') {
      save();
      return;
    }
    letPass();
    onChangePerson(forAnyone(form.draft));
  });
  useEffect(() => {
    // Only now do the lines hold what was settled.
    if (wanted !== null) goOn(wanted.next);
  }, [wanted]);

  const taken = useEffectEvent(onTaken);
  useEffect(() => {
    taken();
    focusField(entryId);
  }, []);

  // At the window, not at the form: a click beside the fields takes the focus out of it, and the keys must go on working.
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat || isDialogOpen()) return;
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    // Elsewhere F2 begins a visit; here it is already begun, and F2 says that it is someone else's.
    if (!isSave && event.key !== 'F2') return;
    event.preventDefault();
    void settleThen(isSave ? 'save' : 'changePerson');
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event);
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);

  return (
    <Box h="100%">
      <WithSidePanel
        width={340}
        panelLabel={t('visits.total')}
        panel={<VisitTotals form={form} balance={card.summary.pointsBalance} />}
        foot={
          <Stack gap={6}>
            <Button
              size="lg"
              px="sm"
              fullWidth
              rightSection={
                <Kbd size="xs" visibleFrom="lg">
                  Ctrl ⏎
                </Kbd>
              }
              onClick={() => void settleThen('save')}
            >
              {form.draft.lines.length === 0 && entry.text.trim() === '' ? t('visits.saveEmpty') : t('visits.save')}
            </Button>
            <Text size="xs" c="dimmed" ta="center">
              {t('visits.undoHint')}
            </Text>
          </Stack>
        }
      >
        <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
          <Stack p="lg" gap="md">
            <VisitHead card={card} onChange={() => void settleThen('changePerson')} />
            <SafetyNotice card={card} patchTests={warnings?.filter(({ code }) => code.startsWith('patch_test_')) ?? []} />
            <DueNotices customerId={card.id} />
            <ThingChoice
              things={served}
              thingId={form.thingId}
              onChange={(thingId) => {
                form.change({ thingId });
              }}
            />
            <VisitLines form={form} entry={entry} />
            <UsualItems
              items={usual}
              onAdd={(source) => {
                add(source, 'next');
              }}
            />
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
      <WarningsDialog warnings={unseen} onGoOn={goOnAllTheSame} onBack={goBack} />
      <VisitLeaveGuard draft={form.draft} isTyping={entry.isTyping} isPassing={isPassing} />
    </Box>
  );
};
