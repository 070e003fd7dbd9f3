import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/contract/incidents.ts';
import { isFollowUpDue } from '../../../shared/domain/incidents.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { dateWords } from '../../components/dateWords.ts';
import classes from '../serviceRecords/Records.module.css';
import { GiftForIncident } from '../gifts/GiftForIncident.tsx';
import { severityColors } from './severityColors.ts';

interface IncidentRowProps {
  readonly incident: Incident;
  readonly mayWrite: boolean;
  readonly onClose: (isClosed: boolean) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One incident: when, how bad, about what, who was there; then what happened, what was done, and whether it is settled. */
export const IncidentRow = ({ incident, mayWrite, onClose, onEdit, onRemove }: IncidentRowProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { on, severity, thing, involved, what, action, visitId, isPrivate, closedOn } = incident;
  const short = what.slice(0, 20);
  const about = [thing?.name, involved.map(({ name }) => name).join(t('common.listSeparator'))]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  return (
    <>
      <Group gap="xs" wrap="nowrap" mih="2rem">
        <Text size="sm" c="dimmed" flex="none">
          <DateText date={on} as="figures" />
        </Text>
        <Badge size="sm" color={severityColors[severity]} variant="light" tt="none" flex="none">
          {t(`incidents.severities.${severity}`)}
        </Badge>
        {isPrivate && (
          <Tooltip label={t('incidents.private')}>
            <IconLock size={14} stroke={1.7} role="img" aria-label={t('incidents.private')} />
          </Tooltip>
        )}
        {about !== '' && (
          <Text size="sm" c="dimmed" truncate>
            {about}
          </Text>
        )}
        {visitId !== null && may('visits.read') && (
          <Button component={Link} to={`/visits/${visitId}`} variant="subtle" size="compact-xs" flex="none">
            {t('incidents.visitOf', { on })}
          </Button>
        )}
        {mayWrite && (
          <Group gap={2} wrap="nowrap" ml="auto" flex="none">
            {may('loyalty.write') && <GiftForIncident incident={incident} />}
            <Button
              variant={closedOn === null ? 'light' : 'subtle'}
              size="compact-sm"
              aria-label={t(closedOn === null ? 'incidents.closeOne' : 'incidents.reopenOne', { what: short })}
              onClick={() => {
                onClose(closedOn === null);
              }}
            >
              {t(closedOn === null ? 'incidents.close' : 'incidents.reopen')}
            </Button>
            <Tooltip label={t('common.edit')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('incidents.edit', { what: short })} onClick={onEdit}>
                <IconPencil size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('common.delete')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('incidents.remove', { what: short })} onClick={onRemove}>
                <IconTrash size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Group>
      <Text size="sm" className={classes['note'] ?? ''}>
        {what}
      </Text>
      {action !== null && (
        <Text size="sm" c="dimmed" className={classes['note'] ?? ''}>
          {action}
        </Text>
      )}
      <StateLine incident={incident} />
    </>
  );
};

/** Open or settled, by whom, and when to come back to it. */
const StateLine = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { closedOn, closedByName, followUpOn } = incident;
  if (closedOn !== null)
    return (
      <Text size="xs" c="dimmed">
        {closedByName === null
          ? t('incidents.closed', { on: closedOn })
          : t('incidents.closedBy', { on: closedOn, name: closedByName })}
      </Text>
    );
  const isDue = isFollowUpDue({ followUpOn }, today);
  const when =
    followUpOn === null
      ? null
      : isDue
        ? t('incidents.followUpDue', { on: followUpOn })
        : t('incidents.followUp', { when: dateWords(t, followUpOn, today) });
  return (
    <Text size="xs" fw={700} {...(isDue && { c: 'var(--regulars-danger-text)' })}>
      {[t('incidents.open'), when].filter((part) => part !== null).join(' · ')}
    </Text>
  );
};
