import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Classes } from '../../shared/contract/segments.ts';

interface ClassBadgesProps {
  /** Null until the engine has judged the person. */
  readonly classes: Classes | null;
}

/** The classes that say most, at most two so that they stay quiet: value by RFM, and whether the person still comes. */
export const ClassBadges = ({ classes }: ClassBadgesProps) => {
  const { t } = useTranslation();
  if (classes === null) return null;
  const { rfm8, activity, isDormant, lifecycle } = classes;
  const isImportant = rfm8.startsWith('important_');
  return (
    <Group gap={4} wrap="nowrap" miw={0}>
      {rfm8 !== 'no_purchase' && (
        <Badge size="sm" color={isImportant ? 'jade' : 'gray'} miw={0} title={t(`classes.rfm8.${rfm8}`)}>
          {t(`classes.rfm8.${rfm8}`)}
        </Badge>
      )}
      <Badge size="sm" color="gray" flex="none">
        {isDormant
          ? t('classes.dormant.dormant')
          : rfm8 === 'no_purchase'
            ? t(`classes.lifecycle.${lifecycle}`)
            : t(`classes.activity.${activity}`)}
      </Badge>
    </Group>
  );
};
