import { Alert, Button, Drawer, Kbd, Select, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/contract.ts';
import { useMay } from '../../../app/session.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobProgress } from '../../../components/JobProgress.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { call } from '../../../ipc/client.ts';
import { useJob } from '../../../ipc/useJob.ts';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { FilterOptions } from '../filter/conditions.ts';
import type { Selection } from '../list/useMarks.ts';
import { actionOf, bulkKinds, emptyDraft, valueWords, type BulkDraft, type BulkKind, type BulkOptions } from './actions.ts';
import { BulkHistory } from './BulkHistory.tsx';
import { BulkValue } from './BulkValue.tsx';

interface BulkDrawerProps {
  readonly isOpen: boolean;
  readonly selection: Selection;
  readonly count: number;
  readonly options: FilterOptions;
  readonly onClose: () => void;
  /** It was done: nobody is marked any more. */
  readonly onDone: () => void;
}

/** X36: one change to everyone marked, seen before it is made, and undone as one. */
export const BulkDrawer = ({ isOpen, onClose, count, ...props }: BulkDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={440}
      opened={isOpen}
      onClose={onClose}
      title={t('lists.bulk.title', { count })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <BulkForm {...props} onClose={onClose} />}
    </Drawer>
  );
};

const PREVIEW_MILLISECONDS = 250;

const BulkForm = ({ selection: marked, options: filters, onClose, onDone }: Omit<BulkDrawerProps, 'isOpen' | 'count'>) => {
  const { t, i18n } = useTranslation();
  const { done } = useUndo();
  const [draft, setDraft] = useState<BulkDraft>(emptyDraft);
  const preview = useJob('bulkEdits.preview');
  const apply = useJob('bulkEdits.apply');
  // Who is meant stays the same while the drawer is open.
  const [selection] = useState(marked);
  const may = useMay();
  const couponTypes = useOperation('coupons.types', {}, { enabled: may('loyalty.adjust') }).data?.types;
  const options = useMemo<BulkOptions>(() => ({ ...filters, couponTypes: couponTypes ?? [] }), [filters, couponTypes]);
  const action = useMemo(() => actionOf(draft, options), [draft, options]);
  const [asked] = useDebouncedValue(action, PREVIEW_MILLISECONDS);
  const isCurrent = action !== null && asked === action;
  const { start } = preview;
  useEffect(() => {
    if (asked !== null) void start((jobId) => ({ jobId, selection, action: asked }));
  }, [asked, selection, start]);
  const seen = isCurrent && preview.state.status === 'done' ? preview.state.value : null;

  const submit = async (): Promise<void> => {
    if (action === null || seen === null || seen.changing === 0) return;
    const result = await apply.start((jobId) => ({ jobId, selection, action }));
    if (result === null) return;
    const { bulkEditId, changed } = result;
    onClose();
    onDone();
    if (bulkEditId === null) return;
    done({
      label: t(result.isFinished ? 'lists.bulk.done' : 'lists.bulk.stopped', { count: changed }),
      undo: async () => {
        const { left } = await call('bulkEdits.undo', { bulkEditId });
        if (left > 0) notifications.show({ color: 'amber', message: t('lists.bulk.left', { count: left }) });
      },
    });
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Select
          data-autofocus
          label={t('lists.bulk.what')}
          placeholder={t('lists.bulk.choose')}
          data={bulkKinds
            .filter((kind) => kind !== 'set_custom_field' || options.customFields.length > 0)
            .filter((kind) => kind !== 'issue_coupon' || options.couponTypes.length > 0)
            .filter((kind) => (kind !== 'add_tag' && kind !== 'remove_tag') || options.tags.length > 0)
            .map((value) => ({ value, label: t(`lists.bulk.kinds.${value}`) }))}
          value={draft.kind}
          onChange={(value) => {
            setDraft({ ...emptyDraft, kind: bulkKinds.find((kind) => kind === value) ?? null });
          }}
        />
        <BulkValue
          draft={draft}
          options={options}
          onChange={(changes) => {
            setDraft((before) => ({ ...before, ...changes }));
          }}
        />
        {seen !== null && draft.kind !== null && <PreviewWords kind={draft.kind} seen={seen} />}
        {preview.state.status === 'failed' && <ErrorNotice error={preview.state.error} />}
        {apply.state.status === 'failed' && <ErrorNotice error={apply.state.error} />}
        {apply.state.status === 'running' ? (
          <JobProgress label={t('lists.bulk.working')} progress={apply.state.progress} onCancel={apply.cancel} />
        ) : (
          <Button
            type="submit"
            color={draft.kind === 'remove' ? 'red' : 'jade'}
            disabled={seen === null || seen.changing === 0}
            rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}
          >
            {seen === null
              ? t('lists.bulk.apply')
              : t('lists.bulk.applyTo', { count: seen.changing, figure: seen.changing.toLocaleString(i18n.language) })}
          </Button>
        )}
        <BulkHistory />
      </Stack>
    </SaveForm>
  );
};

interface PreviewWordsProps {
  readonly kind: BulkKind;
  readonly seen: OutputOf<'bulkEdits.preview'>;
}

/** How many change, how many are so already, and some of them as they are and will be. */
const PreviewWords = ({ kind, seen }: PreviewWordsProps) => {
  const { t } = useTranslation();
  // Of these there is nothing before that could be shown beside what comes.
  const isPlain = kind === 'remove' || kind === 'issue_coupon';
  return (
    <Stack gap="xs">
      <Text size="sm" component="output">
        {t('lists.bulk.changing', { count: seen.changing })}
        {seen.alreadySo > 0 &&
          ` ${t(kind === 'issue_coupon' ? 'lists.bulk.haveCoupon' : 'lists.bulk.alreadySo', { count: seen.alreadySo })}`}
      </Text>
      {kind === 'remove' && seen.changing > 0 && (
        <Alert color="amber" p="xs">
          {t('lists.bulk.removeHint')}
        </Alert>
      )}
      {seen.sample.length > 0 && (
        <Table aria-label={t('lists.bulk.sample')} verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('lists.columns.name')}</Table.Th>
              {!isPlain && <Table.Th>{t('lists.bulk.before')}</Table.Th>}
              {!isPlain && <Table.Th>{t('lists.bulk.after')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {seen.sample.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>{row.name}</Table.Td>
                {!isPlain && <Table.Td c="dimmed">{valueWords(t, kind, row.before)}</Table.Td>}
                {!isPlain && <Table.Td>{valueWords(t, kind, row.after)}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {seen.changing > seen.sample.length && seen.sample.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('lists.bulk.others', { count: seen.changing - seen.sample.length })}
        </Text>
      )}
    </Stack>
  );
};
