import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';

/** The way to the list of advocates and testers; nothing in a shop that has no name for them. */
export const AdvocatesBrief = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  if (settings.advocateTitle === '') return null;
  return (
    <Group>
      <Anchor renderRoot={(props) => <Link {...props} to="/loyalty/advocates" />} size="sm" underline="hover">
        {t('advocates.page.title', { title: settings.advocateTitle })}
      </Anchor>
    </Group>
  );
};
