import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownCode } from '../../../shared/domain/valueCards/codes.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';
import { cardPaidFaultId, entryId, focusField, giftCardId } from '../visits/lineCell.ts';
import { useValueCardWords } from './useValueCardWords.ts';
import type { CardOffer, VisitValueCards } from './useVisitValueCards.ts';

/** Cards with money on them that can pay: the customer's own, and a field for the code of one. Nothing in a shop without such cards. */
export const CardsAtVisit = ({ cards }: { readonly cards: VisitValueCards }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const [typed, setTyped] = useState('');
  const [isFaulty, setIsFaulty] = useState(false);
  if (!cards.isOffered) return null;
  const add = (): void => {
    if (typed.trim() === '') return;
    const isCode = cards.add(typed);
    setIsFaulty(!isCode);
    if (isCode) setTyped('');
  };
  return (
    <Stack gap={6} component="section" aria-label={t('valueCards.visit.label')}>
      <TextInput
        id={giftCardId}
        data-takes-codes
        label={t('valueCards.visit.field')}
        labelProps={{ c: 'dimmed', fw: 400 }}
        placeholder={t('valueCards.visit.hint')}
        autoComplete="off"
        maxLength={40}
        error={isFaulty ? t('valueCards.visit.fault') : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIsFaulty(false);
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (typed.trim() === '') focusField(entryId);
          else add();
        }}
      />
      {cards.unknown.map((text) => (
        <Group key={text} gap="xs" role="alert">
          <Text size="sm" c="var(--regulars-danger-text)">
            {t('valueCards.visit.unknown', { code: shownCode(text) })}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              cards.drop(text);
            }}
          >
            {t('valueCards.visit.drop')}
          </Button>
        </Group>
      ))}
      {cards.offers.map((offer) => (
        <Offer
          key={offer.card.id}
          offer={offer}
          onToggle={() => {
            cards.toggle(offer.card);
          }}
          onPay={(text) => {
            cards.pay(offer.card, text);
          }}
        />
      ))}
      {cards.cents > 0 && (
        <Text size="sm" fw={700} c="var(--regulars-advice-text)" role="status">
          {t('valueCards.visit.total', { amount: money(cards.cents) })}
        </Text>
      )}
    </Stack>
  );
};

interface OfferProps {
  readonly offer: CardOffer;
  readonly onToggle: () => void;
  /** What is typed for it to pay. */
  readonly onPay: (text: string) => void;
}

const Offer = ({ offer, onToggle, onPay }: OfferProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const words = useValueCardWords();
  const { card, isChosen, paysCents, whyNot, typed, overCents } = offer;
  const facts = [
    t('valueCards.visit.left', { amount: money(card.leftCents, true) }),
    ...(whyNot === null
      ? paysCents === 0
        ? []
        : [
            t('valueCards.visit.pays', {
              amount: money(paysCents),
              rest: money(cents(card.leftCents - paysCents), true),
            }),
          ]
      : [t(`valueCards.visit.faults.${whyNot}`)]),
    ...(card.paysFor.length === 0 ? [] : [words.paysFor(card.paysFor)]),
    ...(card.validUntil === null ? [] : [words.until(card.validUntil)]),
  ].join(' · ');
  const choice = (
    <Checkbox
      size="sm"
      flex={1}
      checked={isChosen}
      disabled={!isChosen && whyNot !== null}
      onChange={onToggle}
      label={words.named(card)}
      {...(isChosen && whyNot !== null ? { error: facts } : { description: facts })}
    />
  );
  if (!isChosen || whyNot !== null) return choice;
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      {choice}
      <TextInput
        {...(overCents !== null && { id: cardPaidFaultId })}
        size="xs"
        w="7.5rem"
        aria-label={t('valueCards.visit.amount', { name: words.named(card) })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        placeholder={money(paysCents)}
        error={overCents === null ? undefined : t('valueCards.visit.most', { amount: money(overCents) })}
        value={typed}
        onChange={(event) => {
          onPay(event.currentTarget.value);
        }}
      />
    </Group>
  );
};
