import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { CouponsDrawer } from './CouponsDrawer.tsx';

/** The way from the card to a customer's coupons, with how many can be used. */
export const CouponsEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const open = useOperation('coupons.ofCustomer', { customerId: card.id }).data?.open ?? 0;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {open === 0 ? t('coupons.card.open') : t('coupons.card.openCount', { open })}
      </Button>
      <CouponsDrawer
        card={card}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
