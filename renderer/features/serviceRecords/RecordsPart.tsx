import { Button, Group, Menu, Select, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconClipboardText, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordType, ServiceRecord } from '../../../shared/contract/serviceRecords.ts';
import { recordTypeId as toTypeId, type CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { RecordForm } from './RecordForm.tsx';
import { RecordRow } from './RecordRow.tsx';
import { SideBySide } from './SideBySide.tsx';
import classes from './Records.module.css';
import { useRecords } from './useRecords.ts';

interface Started {
  readonly type: RecordType;
  readonly repeated: ServiceRecord | null;
  readonly firstKey: string | null;
  /** The same one may be started twice. */
  readonly times: number;
}

/** What was done for a customer, by type (R067, X24): written, repeated with one key, two side by side. */
export const RecordsPart = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const may = useMay();
  const showError = useErrorToast();
  const types = useOperation('serviceRecords.types', { includeArchived: true });
  const things = useOperation('things.ofCustomer', { customerId }).data?.things ?? [];
  const [typeId, setTypeId] = useState<string | null>(null);
  const shownType = typeId === null ? null : toTypeId(typeId);
  const pages = usePages(
    'serviceRecords.list',
    (page) => call('serviceRecords.list', { customerId, typeId: shownType, ...page }),
    `${customerId} ${typeId ?? ''}`,
  );
  const { save, remove } = useRecords(customerId);
  const [started, setStarted] = useState<Started | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const [compared, setCompared] = useState<ServiceRecord | null>(null);
  const known = types.data?.types ?? [];
  const mayWrite = may('customers.write');
  const typeOf = (record: ServiceRecord): RecordType | undefined => known.find(({ id }) => id === record.typeId);
  const start = (type: RecordType, repeated: ServiceRecord | null, firstKey: string | null): void => {
    setEdited(null);
    setCompared(null);
    setStarted((now) => ({ type, repeated, firstKey, times: (now?.times ?? 0) + 1 }));
  };
  const repeat = async (record: ServiceRecord): Promise<void> => {
    const type = typeOf(record);
    if (type === undefined) return;
    try {
      const thingId = record.thing?.id ?? null;
      const last = await call('serviceRecords.last', { customerId, typeId: record.typeId, thingId });
      start(type, record, last.record?.id === record.id ? last.changingKey : null);
    } catch (error) {
      showError(error);
    }
  };
  const [latest] = pages.rows;
  useHotkeys([
    [
      'R',
      () => {
        if (latest !== undefined && mayWrite && started === null && edited === null) void repeat(latest);
      },
      { usePhysicalKeys: true },
    ],
  ]);
  const error = types.error ?? pages.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={pages.readAgain} />;
  if (types.data === undefined || pages.total === undefined) return null;
  const offered = known.filter(({ isArchived }) => !isArchived);
  const own = offered.filter(({ isOwn }) => isOwn);
  const others = offered.filter(({ isOwn }) => !isOwn);
  const used = known.filter(({ isOwn }) => isOwn);
  const served = things.filter(({ retired }) => retired === null);
  const isEmpty = pages.rows.length === 0 && typeId === null;
  const starter = (type: RecordType) => (
    <Button
      key={type.id}
      variant="default"
      size="compact-sm"
      leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
      aria-label={t('serviceRecords.write', { type: type.name })}
      onClick={() => {
        start(type, null, null);
      }}
    >
      {type.name}
    </Button>
  );
  return (
    <Stack gap="md">
      {mayWrite && (own.length > 0 || !isEmpty) && (
        <Group gap="xs" role="group" aria-label={t('serviceRecords.add')}>
          {own.map(starter)}
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="subtle" size="compact-sm" rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden />}>
                {t('serviceRecords.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((type) => (
                <Menu.Item
                  key={type.id}
                  onClick={() => {
                    start(type, null, null);
                  }}
                >
                  {type.name}
                </Menu.Item>
              ))}
              {may('settings.write') && (
                <Menu.Item component={Link} to="/settings/records">
                  {t('serviceRecords.settings')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
          {used.length > 1 && (
            <Select
              ml="auto"
              size="xs"
              aria-label={t('serviceRecords.filter')}
              placeholder={t('serviceRecords.everything')}
              clearable
              data={used.map(({ id, name }) => ({ value: id, label: name }))}
              value={typeId}
              onChange={(value) => {
                setTypeId(value);
                setCompared(null);
              }}
            />
          )}
        </Group>
      )}
      {started !== null && (
        <RecordForm
          key={started.times}
          type={started.type}
          record={null}
          repeated={started.repeated}
          firstKey={started.firstKey}
          things={served}
          thingId={null}
          onSave={(input) => save(started.type, input, null)}
          onClose={() => {
            setStarted(null);
          }}
        />
      )}
      {compared !== null && (
        <SideBySide
          key={compared.id}
          record={compared}
          records={pages.rows.filter((one) => one.typeId === compared.typeId)}
          onClose={() => {
            setCompared(null);
          }}
        />
      )}
      {isEmpty && own.length === 0 && started === null && (
        <EmptyState icon={IconClipboardText} title={t('serviceRecords.empty.title')} text={t('serviceRecords.empty.text')}>
          {mayWrite && <Group gap="xs">{others.map(starter)}</Group>}
        </EmptyState>
      )}
      {isEmpty && own.length > 0 && started === null && (
        <Text size="sm" c="dimmed">
          {t('serviceRecords.empty.text')}
        </Text>
      )}
      <ol className={classes['list']} aria-label={t('serviceRecords.list')}>
        {pages.rows.map((record) => {
          const type = typeOf(record);
          const isComparable = pages.rows.some((one) => one.typeId === record.typeId && one.id !== record.id);
          return (
            <li key={record.id}>
              {edited === record.id && type !== undefined ? (
                <RecordForm
                  type={type}
                  record={record}
                  repeated={null}
                  firstKey={null}
                  things={served}
                  thingId={null}
                  onSave={(input) => save({ id: type.id, name: record.typeName }, input, record)}
                  onClose={() => {
                    setEdited(null);
                  }}
                />
              ) : (
                <RecordRow
                  record={record}
                  onRepeat={!mayWrite || type === undefined || type.isArchived ? null : () => void repeat(record)}
                  onCompare={
                    isComparable
                      ? () => {
                          setStarted(null);
                          setCompared(record);
                        }
                      : null
                  }
                  onEdit={() => {
                    setStarted(null);
                    setEdited(record.id);
                  }}
                  onRemove={() => {
                    remove(record);
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
      <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
    </Stack>
  );
};
