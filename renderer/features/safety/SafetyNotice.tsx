import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { isActiveOn } from '../../../shared/domain/safety.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './Safety.module.css';
import { warningText } from './warningText.ts';

type Card = OutputOf<'customers.findById'>;
type Warning = OutputOf<'safety.warnings'>['warnings'][number];

interface SafetyNoticeProps {
  readonly card: Card;
  /** What the lines of a visit add to it. */
  readonly patchTests?: readonly Warning[];
}

/** At once and in words: do-not-serve, alerts on arrival, allergies and contraindications. Takes no room when there is nothing. */
export const SafetyNotice = ({ card, patchTests = [] }: SafetyNoticeProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { block, alerts, facts } = card.safety;
  const shown = alerts.filter(({ isShown }) => isShown);
  const dangers = [
    ...facts.flatMap(({ id, kind, what, severity, endedOn }) =>
      kind === 'history' || !isActiveOn({ endedOn }, today)
        ? []
        : [{ key: id, text: warningText(t, { code: kind, subject: what, severity }) }],
    ),
    ...patchTests.map((warning) => ({ key: warning.key, text: warningText(t, warning) })),
  ];
  if (block === null && shown.length === 0 && dangers.length === 0) return null;
  return (
    <ul className={classes['notice']} aria-label={t('safety.notice')}>
      {block !== null && (
        <li className={`${classes['line'] ?? ''} ${classes['danger'] ?? ''}`}>
          <IconBan size={19} stroke={1.9} aria-hidden />
          <Text fw={700}>{t('safety.blockedBecause', { reason: block.reason })}</Text>
        </li>
      )}
      {shown.map((alert) => (
        <AlertLine key={alert.id} customerId={card.id} alert={alert} isRemoved={card.removedAt !== null} />
      ))}
      {dangers.map(({ key, text }) => (
        <li key={key} className={`${classes['line'] ?? ''} ${classes['danger'] ?? ''}`}>
          <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
          <Text size="sm" fw={700}>
            {text}
          </Text>
        </li>
      ))}
    </ul>
  );
};

interface AlertLineProps {
  readonly customerId: Card['id'];
  readonly alert: Card['safety']['alerts'][number];
  readonly isRemoved: boolean;
}

const AlertLine = ({ customerId, alert, isRemoved }: AlertLineProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const dismiss = useCommand('safety.dismissAlert');
  const reference = { customerId, alertId: alert.id };
  return (
    <li className={`${classes['line'] ?? ''} ${classes['advice'] ?? ''}`}>
      <IconBell size={18} stroke={1.8} aria-hidden />
      <Text size="sm" fw={700} flex={1}>
        {alert.alert}
      </Text>
      {!isRemoved && (
        <Button
          variant="subtle"
          size="compact-xs"
          color="gray"
          loading={dismiss.isPending}
          onClick={() => {
            dismiss.mutate(reference, {
              onSuccess: () => {
                done({
                  label: t('safety.alerts.dismissed', { text: alert.alert }),
                  undo: () => call('safety.restoreAlert', reference),
                });
              },
            });
          }}
        >
          {t('safety.alerts.dismiss')}
        </Button>
      )}
    </li>
  );
};
