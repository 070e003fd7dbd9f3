import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { KeptDrawer } from './KeptDrawer.tsx';

/** The way from the card to what somebody left here; nothing in a shop that keeps nothing. */
export const KeptEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const [isOpen, setIsOpen] = useState(false);
  const goods = useOperation('keptGoods.ofCustomer', { customerId: card.id }).data?.goods ?? [];
  const here = goods.filter(({ leftQuantity }) => leftQuantity > 0).length;
  if (!settings.keepsGoods && here === 0) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {here === 0 ? t('keptGoods.open') : t('keptGoods.openCount', { count: here })}
      </Button>
      <KeptDrawer
        owner={{ id: card.id, name: card.fields.name, isRemoved: card.removedAt !== null }}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
