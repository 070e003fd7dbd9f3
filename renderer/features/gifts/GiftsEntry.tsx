import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import type { GiftOwner } from './GiftForm.tsx';
import { GiftsDrawer } from './GiftsDrawer.tsx';

interface GiftsEntryProps {
  readonly owner: GiftOwner;
  /** Beside something that went wrong: what is given makes it good. */
  readonly incidentId?: IncidentId;
}

/** The way to what somebody was given. Nothing in a shop that does not write gifts down. */
export const GiftsEntry = ({ owner, incidentId }: GiftsEntryProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const [isOpen, setIsOpen] = useState(false);
  if (!settings.keepsGifts) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t(incidentId === undefined ? 'gifts.card.open' : 'gifts.card.makeGood')}
      </Button>
      <GiftsDrawer
        owner={owner}
        incidentId={incidentId ?? null}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
