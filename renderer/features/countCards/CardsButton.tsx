import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { CardsDrawer } from './CardsDrawer.tsx';

/** How many count cards somebody has, and the way to them. */
export const CardsButton = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const count = useOperation('countCards.ofCustomer', { customerId: card.id }).data?.cards.length ?? 0;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {count === 0 ? t('countCards.card.button') : t('countCards.card.buttonOpen', { count })}
      </Button>
      <CardsDrawer
        card={card}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
