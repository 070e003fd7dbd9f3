import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../customers/form/customerValues.ts';
import { CreditDrawer } from './CreditDrawer.tsx';

/** The way from the card to what somebody owes; nothing in a shop that puts nothing on account. */
export const CreditEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (card.credit === null && !isOpen) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('credit.open')}
      </Button>
      <CreditDrawer
        owner={{ id: card.id, name: card.fields.name, isRemoved: card.removedAt !== null }}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
