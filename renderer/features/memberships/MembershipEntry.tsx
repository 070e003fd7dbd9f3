import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { MembershipDrawer } from './MembershipDrawer.tsx';

/** The way to somebody's paid memberships. Nothing in a shop that sells none. */
export const MembershipEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useOperation('memberships.ofCustomer', { customerId: card.id });
  if (data === undefined || (!data.hasPlans && data.terms.length === 0)) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('memberships.card.button')}
      </Button>
      <MembershipDrawer
        card={card}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
