import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { ValueCardsDrawer } from './ValueCardsDrawer.tsx';

/** What is on somebody's cards with money on them, and the way to these. Nothing in a shop without such cards. */
export const ValueCardsEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const [isOpen, setIsOpen] = useState(false);
  const types = useOperation('valueCards.types', {}).data?.types ?? [];
  const own = useOperation('valueCards.ofCustomer', { customerId: card.id }).data;
  if (types.length === 0 && (own === undefined || own.cards.length + own.over === 0)) return null;
  const openCents = own?.openCents ?? 0;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {openCents > 0 && own !== undefined
          ? t('valueCards.open.with', { amount: money(own.openCents) })
          : t('valueCards.open.without')}
      </Button>
      <ValueCardsDrawer
        owner={{ id: card.id, name: card.fields.name, isRemoved: card.removedAt !== null }}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
