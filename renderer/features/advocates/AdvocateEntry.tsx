import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import type { Card } from '../customers/form/customerValues.ts';
import { AdvocateOf } from './AdvocateOf.tsx';

/** The way to what somebody is to the shop beside a customer. Nothing in a shop that has no name for its advocates (R094). */
export const AdvocateEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const [isOpen, setIsOpen] = useState(false);
  if (settings.advocateTitle === '') return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {settings.advocateTitle}
      </Button>
      <Drawer
        position="right"
        size={440}
        opened={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        title={t('advocates.card.title', { name: card.fields.name, title: settings.advocateTitle })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen && <AdvocateOf customerId={card.id} name={card.fields.name} isRemoved={card.removedAt !== null} />}
      </Drawer>
    </>
  );
};
