import { Button, Text } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isFollowUpDue } from '../../../shared/domain/incidents.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from '../safety/Safety.module.css';

interface IncidentsNoticeProps {
  readonly customerId: CustomerId;
  /** Offers the way to the incidents themselves. */
  readonly isOnCard?: boolean;
}

/** What went wrong and is not settled: to be known before anything is said (X28). Takes no room when there is nothing. */
export const IncidentsNotice = ({ customerId, isOnCard = false }: IncidentsNoticeProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const navigate = useNavigate();
  const incidents = useOperation('incidents.open', { customerId }).data?.incidents ?? [];
  if (incidents.length === 0) return null;
  return (
    <ul className={classes['notice']} aria-label={t('incidents.notice')}>
      {incidents.map(({ id, severity, on, what, followUpOn }) => (
        <li key={id} className={`${classes['line'] ?? ''} ${classes[severity === 'minor' ? 'advice' : 'danger'] ?? ''}`}>
          <IconAlertOctagon size={18} stroke={1.8} aria-hidden />
          <Text size="sm" fw={700} flex={1} lineClamp={2}>
            {t('incidents.noticeOf', {
              severity: t(`incidents.severities.${severity}`),
              when: dateWords(t, on, today),
              what,
            })}
            {followUpOn !== null && isFollowUpDue({ followUpOn }, today) && (
              <Text span size="sm" ml="xs">
                {t('incidents.followUpDue', { on: followUpOn })}
              </Text>
            )}
          </Text>
          {isOnCard && (
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              onClick={() =>
                void navigate({
                  to: '/customers/$customerId',
                  params: { customerId },
                  search: { tab: 'records', part: 'incidents' },
                  replace: true,
                })
              }
            >
              {t('incidents.see')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
