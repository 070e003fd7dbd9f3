import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';

const presets = ['vip', 'card', 'birthday', 'feedback', 'satisfied', 'apology'] as const;

/** Why things are given away: the shop's own list, or that of the program (R086). */
export const useGiftReasons = (): string[] => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const own = settings.giftReasons
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return own.length > 0 ? [...new Set(own)] : presets.map((preset) => t(`gifts.presets.${preset}`));
};
