import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { shownCode } from '../../../shared/domain/valueCards/codes.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { ValueCardId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ValueEntry } from '../loyalty/ValueEntry.tsx';
import { usePrint } from '../printing/usePrint.ts';
import { useValueCardWords } from './useValueCardWords.ts';
import { VoidForm } from './VoidForm.tsx';

type Card = OutputOf<'valueCards.findById'>;

interface CardDetailProps {
  readonly cardId: ValueCardId;
  /** Back to where the card was chosen. */
  readonly onBack?: () => void;
}

/** One card: its code, what is left, how long and for what it pays, and everything that moved its money. */
export const CardDetail = ({ cardId, onBack }: CardDetailProps) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useOperation('valueCards.findById', { cardId });
  const [isEnding, setIsEnding] = useState(false);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const close = (): void => {
    setIsEnding(false);
  };
  return (
    <Stack gap="md">
      <Facts card={data} />
      {isEnding ? (
        <VoidForm card={data} onClose={close} />
      ) : (
        <Actions
          card={data}
          onEnd={() => {
            setIsEnding(true);
          }}
        />
      )}
      <Stack gap="xs">
        <Text component="h3" size="sm" fw={700}>
          {t('valueCards.card.entries')}
        </Text>
        {data.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </Stack>
      {onBack !== undefined && (
        <Group>
          <Button variant="default" onClick={onBack}>
            {t('valueCards.card.back')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

const Facts = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const words = useValueCardWords();
  return (
    <Stack gap={4}>
      <Text fw={700}>{words.named(card)}</Text>
      <Text fz={32} lh={1.2} fw={700}>
        <MoneyText amount={card.leftCents} keepZeros />
      </Text>
      <Text size="sm" c="dimmed">
        {[
          t(`valueCards.standing.${card.standing}`),
          t('valueCards.card.of', { face: money(card.faceCents), paid: money(card.paidCents), date: card.issuedOn }),
          words.until(card.validUntil),
          words.paysFor(card.paysFor),
        ].join(' · ')}
      </Text>
      {card.customerId !== null && (
        <Text size="sm">
          {t(`valueCards.card.owner.${card.kind}`)}{' '}
          <CustomerLink customerId={card.customerId}>{card.customerName ?? ''}</CustomerLink>
        </Text>
      )}
      {card.code !== null && (
        <Group gap="sm">
          <Code fz="lg" fw={700} aria-label={t('valueCards.card.code')}>
            {shownCode(card.code)}
          </Code>
          <CopyButton value={shownCode(card.code)}>
            {({ copied, copy }) => (
              <Button variant="subtle" size="compact-sm" onClick={copy}>
                {t(copied ? 'valueCards.card.copied' : 'valueCards.card.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      {card.kind === 'gift' && (
        <Text size="xs" c="dimmed">
          {t(card.code === null ? 'valueCards.card.codeHidden' : 'valueCards.card.codeAbout')}
        </Text>
      )}
    </Stack>
  );
};

const Actions = ({ card, onEnd }: { readonly card: Card; readonly onEnd: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { slip, isPending } = usePrint();
  return (
    <Group gap={6}>
      {may('visits.read') && (
        <Button
          variant="default"
          loading={isPending}
          onClick={() => {
            slip({ kind: 'valueCard', cardId: card.id }, 'printer');
          }}
        >
          {t('valueCards.card.print')}
        </Button>
      )}
      {may('loyalty.adjust') && card.standing !== 'void' && card.leftCents > 0 && (
        <Button variant="default" onClick={onEnd}>
          {t('valueCards.card.end')}
        </Button>
      )}
    </Group>
  );
};

const Entry = ({ entry }: { readonly entry: Card['entries'][number] }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const told = useTold();
  const reverse = useCommand('valueCards.reverse');
  const words = { kind: t(`valueCards.entry.${entry.kind}`), amount: money(cents(Math.abs(entry.cents))) };
  return (
    <ValueEntry
      what={[words.kind, entry.method === null ? null : t(`orders.money.methods.${entry.method}`), entry.reason]}
      on={entry.businessDate}
      notes={[entry.staffName]}
      isReversed={entry.isReversed}
      cents={entry.cents}
      afterCents={entry.leftAfterCents}
      takeBack={
        entry.canReverse
          ? {
              words: t('valueCards.takeBack'),
              label: t('valueCards.takeBackOf', words),
              isPending: reverse.isPending,
              onTakeBack: () => {
                reverse.mutate(
                  { entryId: entry.id, reason: t('valueCards.takenBackReason') },
                  {
                    onSuccess: () => {
                      told(t('valueCards.takenBack', words));
                    },
                  },
                );
              },
            }
          : null
      }
    />
  );
};
