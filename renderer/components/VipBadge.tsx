import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The quiet gold mark of a VIP. */
export const VipBadge = () => {
  const { t } = useTranslation();
  return (
    <Badge color="gold" size="sm" flex="none">
      {t('common.vip')}
    </Badge>
  );
};
