import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DeskMenu } from './DeskMenu.tsx';
import classes from './Header.module.css';
import { SearchBox } from './SearchBox.tsx';
import { useShop } from './shop.tsx';
import { TodayLine } from './TodayLine.tsx';

/** The head of the window: the shop, the search box, the day. */
export const Header = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  return (
    <div className={classes['header']}>
      <Group gap="xs" wrap="nowrap" miw={0}>
        <span className={classes['mark']} aria-hidden>
          熟
        </span>
        <Text fw={700} truncate>
          {settings.shopName === '' ? t('app.name') : settings.shopName}
        </Text>
      </Group>
      <SearchBox />
      <Group justify="flex-end" wrap="nowrap" gap="sm">
        <TodayLine />
        <DeskMenu />
      </Group>
    </div>
  );
};
