import { Button, Group, Stack } from '@mantine/core';
import { IconPlus, IconRulerMeasure } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measurement } from '../../../shared/contract/measurements.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { MeasurementForm } from './MeasurementForm.tsx';
import classes from './Measurements.module.css';
import { SeriesList, SeriesView, seriesIn } from './SeriesView.tsx';
import { useMeasurements } from './useMeasurements.ts';

/** What was measured of a customer and their things (X26): every measure with its last value, one of them over time. */
export const MeasurementsPart = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const may = useMay();
  const measures = useOperation('measurements.measures', { includeArchived: true });
  const things = useOperation('things.ofCustomer', { customerId }).data?.things ?? [];
  const pages = usePages('measurements.list', (page) => call('measurements.list', { customerId, ...page }), customerId);
  const { save, remove } = useMeasurements(customerId);
  const [shown, setShown] = useState<string | null>(null);
  /** What is in hand: the occasion to change, 'new', or nothing. */
  const [edited, setEdited] = useState<Measurement | 'new' | null>(null);
  const error = measures.error ?? pages.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={pages.readAgain} />;
  if (measures.data === undefined || pages.total === undefined) return null;
  const all = seriesIn(pages.rows);
  const series = all.find(({ key }) => key === shown) ?? all[0];
  const mayWrite = may('customers.write');
  const before = edited === 'new' ? null : edited;
  const add = (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
      onClick={() => {
        setEdited('new');
      }}
    >
      {t('measurements.add')}
    </Button>
  );
  const settings = may('settings.write') && (
    <Button component={Link} to="/settings/measures" variant="subtle" color="gray" size="compact-sm">
      {t('measurements.settings')}
    </Button>
  );
  return (
    <Stack gap="md" className={classes['frame'] ?? ''}>
      {series !== undefined && (
        <Group gap="xs">
          {mayWrite && add}
          {settings}
        </Group>
      )}
      {edited !== null && (
        <MeasurementForm
          key={before?.id ?? 'new'}
          measurement={before}
          earlier={pages.rows}
          measures={measures.data.measures}
          things={things.filter(({ retired }) => retired === null)}
          thingId={series?.thing?.id ?? null}
          onSave={(input) => save(input, before)}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
      {series === undefined && edited === null && (
        <EmptyState icon={IconRulerMeasure} title={t('measurements.empty.title')} text={t('measurements.empty.text')}>
          {mayWrite && (
            <Group gap="xs">
              {add}
              {settings}
            </Group>
          )}
        </EmptyState>
      )}
      {series !== undefined && (
        <div className={classes['over']}>
          <SeriesList all={all} shown={series.key} onShow={setShown} />
          <SeriesView series={series} occasions={pages.rows} mayWrite={mayWrite} onEdit={setEdited} onRemove={remove} />
        </div>
      )}
      <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
    </Stack>
  );
};
