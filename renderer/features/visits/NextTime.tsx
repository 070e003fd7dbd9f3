import { Button, Kbd } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { shortDate } from '../../components/dateWords.ts';

interface NextTimeProps {
  /** When this person would come again by their own rhythm. */
  readonly on: LocalDate;
  readonly isWanted: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** "Next time?" in one key: once the visit is written down, the diary opens where the person would come again. */
export const NextTime = ({ on, isWanted, onChange }: NextTimeProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  return (
    <Button
      variant={isWanted ? 'light' : 'default'}
      fullWidth
      aria-pressed={isWanted}
      leftSection={<IconCalendarPlus size={18} stroke={1.7} aria-hidden />}
      rightSection={<Kbd size="xs">F7</Kbd>}
      onClick={() => {
        onChange(!isWanted);
      }}
    >
      {t(isWanted ? 'visits.nextTime.wanted' : 'visits.nextTime.ask', { date: shortDate(on, today) })}
    </Button>
  );
};
