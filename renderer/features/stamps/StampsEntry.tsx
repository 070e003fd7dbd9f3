import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { StampsDrawer } from './StampsDrawer.tsx';

/** How far somebody's card of stamps is, and the way to it. Nothing in a shop without such cards. */
export const StampsEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const cards = useOperation('stamps.ofCustomer', { customerId: card.id }).data?.cards ?? [];
  const [only] = cards;
  if (only === undefined) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {cards.length === 1
          ? t('stamps.card.button', { stamps: Math.max(only.stamps, 0), needed: only.needed })
          : t('stamps.card.buttonMany')}
      </Button>
      <StampsDrawer
        card={card}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
