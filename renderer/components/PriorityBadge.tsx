import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Somebody whom the shop looks after first, by their loyalty score (R089). */
export const PriorityBadge = () => {
  const { t } = useTranslation();
  return (
    <Badge color="jade" variant="outline" size="sm" tt="none" flex="none" title={t('loyalty.score.priorityWhy')}>
      {t('loyalty.score.priority')}
    </Badge>
  );
};
