import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountCard } from '../../../shared/contract/countCards.ts';
import { useMay } from '../../app/session.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { CardActionForm, type CardAction } from './CardActionForm.tsx';
import { TransferCardForm } from './TransferCardForm.tsx';
import { CardHistory } from './CardHistory.tsx';

/** What can be done with a card as it stands. */
const actionsOf = ({ standing, validity, freezeDaysLeft }: CountCard): readonly (CardAction | 'transfer')[] => {
  if (standing === 'void') return [];
  const end = validity === null ? [] : (['extend'] as const);
  if (standing === 'frozen') return ['thaw', ...end, 'void'];
  const isOpen = standing === 'open';
  return [
    ...end,
    ...(isOpen && freezeDaysLeft > 0 ? (['freeze'] as const) : []),
    ...(isOpen ? (['transfer'] as const) : []),
    'void',
  ];
};

/** One card: what is left and until when, what it pays for, why it is so, and what can be done with it. */
export const CountCardPaper = ({ card, ownerName }: { readonly card: CountCard; readonly ownerName: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [action, setAction] = useState<CardAction | 'transfer' | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { standing, lastDay, left, uses } = card;
  const isOver = standing === 'void' || standing === 'expired' || standing === 'used_up';
  return (
    <Paper withBorder p="md" component="article" aria-label={`${card.name} ${card.number}`}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={700}>{card.name}</Text>
          {standing !== 'open' && (
            <Badge variant="light" color="gray" flex="none">
              {t(`countCards.standings.${standing}`)}
            </Badge>
          )}
        </Group>
        <Group justify="space-between" align="baseline">
          <Text fz="lg" fw={700} c={isOver ? 'dimmed' : 'var(--regulars-advice-text)'}>
            {left === null || uses === null ? t('countCards.unlimited') : t('countCards.leftOf', { left, uses })}
          </Text>
          <Text size="sm">
            {lastDay === null
              ? t(card.validity === null ? 'countCards.noEnd' : 'countCards.notBegun')
              : t('countCards.until', { date: lastDay })}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {[
            t('countCards.card.number', { number: card.number }),
            t('countCards.card.issuedOn', { date: card.issuedOn }),
            card.nextDueOn === null ? '' : t('countCards.card.next', { date: card.nextDueOn }),
            card.frozenUntil === null ? '' : t('countCards.card.frozenUntil', { date: card.frozenUntil }),
            card.freezeDays === 0 ? '' : t('countCards.card.freezeLeft', { left: card.freezeDaysLeft, days: card.freezeDays }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {card.paysFor.length === 0
            ? t('countCards.card.paysForAll')
            : t('countCards.card.paysFor', { what: card.paysFor.join(t('countCards.join')) })}
          {card.worthCents > 0 && (
            <>
              {' · '}
              {t('countCards.card.worth')} <MoneyText amount={card.worthCents} />
            </>
          )}
        </Text>
        <Group gap={4} ml={-8}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {t(isOpen ? 'countCards.card.hideHistory' : 'countCards.card.history')}
          </Button>
          {may('loyalty.adjust') &&
            actionsOf(card).map((one) => (
              <Button
                key={one}
                variant="subtle"
                size="compact-sm"
                aria-expanded={action === one}
                onClick={() => {
                  setAction(action === one ? null : one);
                }}
              >
                {t(`countCards.card.${one}`)}
              </Button>
            ))}
        </Group>
        {action === 'transfer' && (
          <TransferCardForm
            card={card}
            ownerName={ownerName}
            onClose={() => {
              setAction(null);
            }}
          />
        )}
        {action !== null && action !== 'transfer' && (
          <CardActionForm
            key={action}
            card={card}
            action={action}
            onClose={() => {
              setAction(null);
            }}
          />
        )}
        {isOpen && <CardHistory card={card} />}
      </Stack>
    </Paper>
  );
};
