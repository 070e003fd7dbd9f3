import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';

/** The way from the day's visits to what is kept in the shop; nothing in a shop that keeps nothing. */
export const KeptLink = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  if (!settings.keepsGoods) return null;
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/visits/kept" {...props} />}>
      {t('keptGoods.inShop.title')}
    </Button>
  );
};
