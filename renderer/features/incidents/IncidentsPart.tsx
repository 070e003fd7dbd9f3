import { Button, Group, Stack } from '@mantine/core';
import { IconAlertOctagon, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import classes from '../serviceRecords/Records.module.css';
import { IncidentForm } from './IncidentForm.tsx';
import { IncidentRow } from './IncidentRow.tsx';
import { useIncidents } from './useIncidents.ts';

/** What went wrong with a customer or their things (X28), the latest first: written down, settled, opened again. */
export const IncidentsPart = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const may = useMay();
  const things = useOperation('things.ofCustomer', { customerId }).data?.things ?? [];
  const pages = usePages('incidents.list', (page) => call('incidents.list', { customerId, ...page }), customerId);
  const { save, setClosed, remove } = useIncidents(customerId);
  /** The id of the one in hand, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(null);
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.readAgain} />;
  if (pages.total === undefined) return null;
  const mayWrite = may('customers.write');
  const isEmpty = pages.rows.length === 0;
  const close = (): void => {
    setEdited(null);
  };
  const form = (incident: Incident | null) => (
    <IncidentForm
      customerId={customerId}
      incident={incident}
      things={things.filter(({ retired }) => retired === null)}
      onSave={(input) => save(input, incident)}
      onClose={close}
    />
  );
  const add = mayWrite && (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
        onClick={() => {
          setEdited('new');
        }}
      >
        {t('incidents.add')}
      </Button>
    </Group>
  );
  return (
    <Stack gap="md">
      {!isEmpty && add}
      {edited === 'new' && form(null)}
      {isEmpty && edited !== 'new' && (
        <EmptyState icon={IconAlertOctagon} title={t('incidents.empty.title')} text={t('incidents.empty.text')}>
          {add}
        </EmptyState>
      )}
      <ol className={classes['list']} aria-label={t('incidents.list')}>
        {pages.rows.map((incident) => (
          <li key={incident.id}>
            {edited === incident.id ? (
              form(incident)
            ) : (
              <IncidentRow
                incident={incident}
                mayWrite={mayWrite}
                onClose={(isClosed) => {
                  setClosed(incident, isClosed);
                }}
                onEdit={() => {
                  setEdited(incident.id);
                }}
                onRemove={() => {
                  remove(incident);
                }}
              />
            )}
          </li>
        ))}
      </ol>
      <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
    </Stack>
  );
};
