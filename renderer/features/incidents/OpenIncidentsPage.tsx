import { Anchor, Badge, Button, Group, ScrollArea, Text } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentOf } from '../../../shared/contract/incidents.ts';
import { isFollowUpDue } from '../../../shared/domain/incidents.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { usePages } from '../../ipc/usePages.ts';
import { GiftsEntry } from '../gifts/GiftsEntry.tsx';
import classes from '../serviceRecords/Records.module.css';
import { TasksSections } from '../tasks/TasksSections.tsx';
import { severityColors } from './severityColors.ts';
import { useIncidents } from './useIncidents.ts';

/** What went wrong anywhere in the shop and is not settled (X28): what is due first, settled with one key. */
export const OpenIncidentsPage = (): ReactNode => {
  const { t } = useTranslation();
  const pages = usePages('incidents.openOfAll', (page) => call('incidents.openOfAll', page));
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.readAgain} />;
  return (
    <>
      <TasksSections />
      <PageHeader title={t('incidents.all.title')} text={t('incidents.all.text')} />
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {pages.total === 0 && (
          <EmptyState icon={IconAlertOctagon} title={t('incidents.all.empty.title')} text={t('incidents.all.empty.text')} />
        )}
        <ul className={classes['list']} aria-label={t('incidents.all.title')}>
          {pages.rows.map((incident) => (
            <li key={incident.id}>
              <Row incident={incident} />
            </li>
          ))}
        </ul>
        <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
      </ScrollArea>
    </>
  );
};

const Row = ({ incident }: { readonly incident: IncidentOf }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const may = useMay();
  const mayWrite = may('customers.write');
  const { customerId, customerName, what, severity, on, thing, followUpOn } = incident;
  const { setClosed } = useIncidents(customerId);
  const isDue = isFollowUpDue({ followUpOn }, today);
  return (
    <Group gap="sm" wrap="nowrap" mih="2rem" align="flex-start">
      {mayWrite && (
        <Button
          variant="light"
          size="compact-sm"
          flex="none"
          aria-label={t('incidents.closeOne', { what: what.slice(0, 20) })}
          onClick={() => {
            setClosed(incident, true);
          }}
        >
          {t('incidents.close')}
        </Button>
      )}
      <Text size="sm" flex="none" w="12.5rem" {...(isDue ? { c: 'var(--regulars-danger-text)', fw: 700 } : { c: 'dimmed' })}>
        {followUpOn === null
          ? t('incidents.open')
          : isDue
            ? t('incidents.followUpDue', { on: followUpOn })
            : t('incidents.followUp', { when: dateWords(t, followUpOn, today) })}
      </Text>
      <Badge size="sm" color={severityColors[severity]} variant="light" tt="none" flex="none" miw="4.5rem" mt={2}>
        {t(`incidents.severities.${severity}`)}
      </Badge>
      <Text size="sm" miw={0} className={classes['note'] ?? ''}>
        <Anchor
          inherit
          fw={700}
          underline="always"
          renderRoot={(props) => (
            <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'records', part: 'incidents' }} {...props} />
          )}
        >
          {customerName}
        </Anchor>
        {thing !== null && ` · ${thing.name}`} · {what}
      </Text>
      <Text size="sm" c="dimmed" flex="none" ml="auto">
        <DateText date={on} />
      </Text>
      {may('loyalty.write') && <GiftsEntry owner={{ customerId, name: customerName }} incidentId={incident.id} />}
    </Group>
  );
};
