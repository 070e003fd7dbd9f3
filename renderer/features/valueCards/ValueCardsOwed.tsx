import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { OwedPart } from '../loyalty/OwedPart.tsx';

/** What the shop owes on cards with money on them. Nothing in a shop that sells none. */
export const ValueCardsOwed = () => {
  const { t } = useTranslation();
  const types = useOperation('valueCards.types', {}).data?.types ?? [];
  const { data, error, refetch } = useOperation('valueCards.owed', {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || (types.length === 0 && data.kinds.length === 0)) return null;
  return (
    <OwedPart
      title={t('valueCards.owed.title')}
      way={
        <Anchor component={Link} to="/loyalty/cards/sold" size="sm">
          {t('valueCards.owed.way')}
        </Anchor>
      }
      figures={
        <>
          <Figure
            label={t('valueCards.owed.total')}
            value={<MoneyText amount={data.cents} keepZeros />}
            note={t('valueCards.owed.note')}
          />
          {data.kinds.map(({ kind, cards, cents }) => (
            <Figure
              key={kind}
              label={t(`valueCards.kind.${kind}`)}
              value={<MoneyText amount={cents} keepZeros />}
              note={t('valueCards.owed.cards', { count: cards })}
            />
          ))}
          {data.soonCents > 0 && (
            <Figure
              label={t('valueCards.owed.soon', { days: data.soonDays })}
              value={<MoneyText amount={data.soonCents} keepZeros />}
            />
          )}
        </>
      }
    />
  );
};
