import { useTranslation } from 'react-i18next';
import type { Classes } from '../../shared/contract/segments.ts';
import styles from './ClassBadges.module.css';

interface ClassBadgesProps {
  /** Null until the engine has judged the person. */
  readonly classes: Classes | null;
}

/** The classes that say most, at most two so that they stay quiet: value by RFM, and whether the person still comes. */
export const ClassBadges = ({ classes }: ClassBadgesProps) => {
  const { t } = useTranslation();
  if (classes === null) return null;
  const { rfm8, activity, isDormant, lifecycle } = classes;
  const bought = rfm8 !== 'no_purchase';
  return (
    <div className={styles['badges']}>
      {bought && (
        <span className={styles['badge']} data-important={rfm8.startsWith('important_') || undefined}>
          {t(`classes.rfm8.${rfm8}`)}
        </span>
      )}
      <span className={styles['badge']}>
        {isDormant
          ? t('classes.dormant.dormant')
          : bought
            ? t(`classes.activity.${activity}`)
            : t(`classes.lifecycle.${lifecycle}`)}
      </span>
    </div>
  );
};
