import { Button, FileButton, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconArrowsLeftRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { consents, type Consent } from '../../../shared/domain/attachments/consent.ts';
import { isTextField } from '../../app/keys.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { isDialogOpen } from '../../components/dialogs.ts';
import { useTold } from '../../components/useTold.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './Attachments.module.css';
import { Compare } from './Compare.tsx';
import { Gallery } from './Gallery.tsx';
import { Pairs } from './Pairs.tsx';
import type { Attachment } from './Picture.tsx';
import { roomText } from './roomText.ts';
import { UploadList } from './UploadList.tsx';
import { useUploads } from './useUploads.ts';
import { Viewer } from './Viewer.tsx';

const PAGE = 60;
const MOST = 200;

/** The photos and files of one customer: added by button, paste or drop; looked at, compared, deleted and brought back. */
export const AttachmentsTab = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const told = useTold();
  const [isInBin, setIsInBin] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const [consent, setConsent] = useState<Consent>('unasked');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<number | null>(null);
  const [compared, setCompared] = useState<readonly [string, string] | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isPurging, setIsPurging] = useState(false);
  const list = useOperation('attachments.list', { customerId, isInBin, limit }, { keepPrevious: true });
  const remove = useCommand('attachments.remove');
  const restore = useCommand('attachments.restore');
  const purge = useCommand('attachments.purge');
  const { uploads, addAll, cancel, clear, isRunning } = useUploads(customerId, consent);

  useWindowEvent('paste', (event) => {
    if (isInBin || isDialogOpen() || isTextField(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    addAll(files);
  });

  if (list.error !== null) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { rows, total, pairs, binCount, usedBytes, quotaBytes } = list.data;
  const byId = new Map<string, Attachment>(rows.map((row) => [row.id, row]));
  const chosen = rows.filter(({ id }) => selected.has(id));
  const photos = chosen.filter(({ isPhoto }) => isPhoto);
  const known = pairs.flatMap(({ id, beforeId, afterId }) => {
    const [before, after] = [byId.get(beforeId), byId.get(afterId)];
    return before === undefined || after === undefined ? [] : [{ id, before, after }];
  });
  const [before, after] = (compared ?? []).map((id) => byId.get(id));

  const clearSelection = (): void => {
    setSelected(new Set());
  };
  const showBin = (isWanted: boolean): void => {
    setIsInBin(isWanted);
    clearSelection();
  };
  const removeAll = (attachments: readonly Attachment[]): void => {
    const input = { customerId, attachmentIds: attachments.map(({ id }) => id) };
    remove.mutate(input, {
      onSuccess: () => {
        done({
          label: t('attachments.removed', { count: attachments.length }),
          undo: () => call('attachments.restore', input),
        });
        clearSelection();
        setOpened(null);
      },
    });
  };
  const restoreAll = (): void => {
    const input = { customerId, attachmentIds: chosen.map(({ id }) => id) };
    restore.mutate(input, {
      onSuccess: () => {
        done({ label: t('attachments.restored', { count: chosen.length }), undo: () => call('attachments.remove', input) });
        clearSelection();
      },
    });
  };
  const purgeAll = (): void => {
    purge.mutate(
      { customerId, attachmentIds: chosen.map(({ id }) => id) },
      {
        onSuccess: ({ freedBytes }) => {
          told(t('attachments.purged', { room: roomText(freedBytes) }));
          clearSelection();
        },
        onSettled: () => {
          setIsPurging(false);
        },
      },
    );
  };
  const onDrag = (event: DragEvent, isOverNow: boolean): void => {
    if (isInBin || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(isOverNow);
  };
  /** The earlier of the two is the one before. */
  const compareChosen = (): void => {
    const [one, other] = photos.toSorted((left, right) =>
      left.takenOn < right.takenOn ? -1 : left.takenOn > right.takenOn ? 1 : left.addedAt - right.addedAt,
    );
    if (one !== undefined && other !== undefined) setCompared([one.id, other.id]);
  };

  return (
    <Stack
      p="md"
      gap="md"
      className={classes['drop'] ?? ''}
      onDragEnter={(event) => {
        onDrag(event, true);
      }}
      onDragOver={(event) => {
        onDrag(event, true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setIsOver(false);
      }}
      onDrop={(event) => {
        onDrag(event, false);
        if (!isInBin) addAll([...event.dataTransfer.files]);
      }}
    >
      {isOver && <div className={classes['veil']}>{t('attachments.dropHere')}</div>}
      <Group justify="space-between">
        {isInBin ? (
          <Button
            variant="default"
            onClick={() => {
              showBin(false);
            }}
          >
            {t('attachments.leaveBin')}
          </Button>
        ) : (
          <Group gap="md">
            <FileButton onChange={addAll} multiple accept="image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.txt,.csv,.md">
              {(props) => (
                <Button {...props} leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}>
                  {t('attachments.add')}
                </Button>
              )}
            </FileButton>
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {t('attachments.consentQuestion')}
              </Text>
              <SegmentedControl
                size="xs"
                aria-label={t('attachments.consentQuestion')}
                value={consent}
                onChange={(value) => {
                  setConsent(consents.find((one) => one === value) ?? 'unasked');
                }}
                data={consents.map((value) => ({ value, label: t(`attachments.consent.${value}`) }))}
              />
            </Group>
          </Group>
        )}
        <Group gap="md">
          <Text size="xs" c="dimmed">
            {t('attachments.count', { count: total })} ·{' '}
            {t('attachments.used', { used: roomText(usedBytes), quota: roomText(quotaBytes) })}
          </Text>
          {!isInBin && binCount > 0 && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => {
                showBin(true);
              }}
            >
              {t('attachments.bin', { count: binCount })}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {isInBin ? t('attachments.binHint') : t('attachments.hint')}
      </Text>
      <UploadList uploads={uploads} isRunning={isRunning} onCancel={cancel} onClose={clear} />
      {chosen.length > 0 && (
        <Group gap="xs">
          <Text size="sm" fw={700} role="status">
            {t('attachments.selected', { count: chosen.length })}
          </Text>
          {isInBin ? (
            <>
              <Button size="compact-sm" loading={restore.isPending} onClick={restoreAll}>
                {t('attachments.restore')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                onClick={() => {
                  setIsPurging(true);
                }}
              >
                {t('attachments.purge')}
              </Button>
            </>
          ) : (
            <>
              <Button
                size="compact-sm"
                disabled={photos.length !== 2 || chosen.length !== 2}
                leftSection={<IconArrowsLeftRight size={16} stroke={1.7} aria-hidden />}
                onClick={compareChosen}
              >
                {t('attachments.compare')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
                loading={remove.isPending}
                onClick={() => {
                  removeAll(chosen);
                }}
              >
                {t('attachments.remove')}
              </Button>
            </>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={clearSelection}>
            {t('attachments.clear')}
          </Button>
        </Group>
      )}
      {!isInBin && (
        <Pairs
          pairs={known}
          onOpen={(pair) => {
            setCompared([pair.before.id, pair.after.id]);
          }}
        />
      )}
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {isInBin ? t('attachments.emptyBin') : t('attachments.empty')}
        </Text>
      ) : (
        <>
          <Gallery
            rows={rows}
            selected={selected}
            onToggle={(id) => {
              setSelected((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
            }}
            onOpen={setOpened}
          />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t('attachments.keys')}
            </Text>
            {total > rows.length && limit < MOST && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  setLimit(MOST);
                }}
              >
                {t('attachments.more')}
              </Button>
            )}
          </Group>
        </>
      )}
      <Viewer
        customerId={customerId}
        rows={rows}
        index={opened}
        onShow={setOpened}
        onRemove={(attachment) => {
          removeAll([attachment]);
        }}
        onClose={() => {
          setOpened(null);
        }}
      />
      <Compare
        customerId={customerId}
        photos={before === undefined || after === undefined ? null : { before, after }}
        pairId={known.find((pair) => pair.before === before && pair.after === after)?.id ?? null}
        onClose={() => {
          setCompared(null);
        }}
      />
      <Modal
        opened={isPurging}
        onClose={() => {
          setIsPurging(false);
        }}
        title={t('attachments.purgeTitle', { count: chosen.length })}
        withCloseButton={false}
      >
        <Stack>
          <Text size="sm">{t('attachments.purgeText')}</Text>
          <Group justify="flex-end">
            <Button
              variant="default"
              data-autofocus
              onClick={() => {
                setIsPurging(false);
              }}
            >
              {t('common.cancel')}
            </Button>
            <Button color="red.9" loading={purge.isPending} onClick={purgeAll}>
              {t('attachments.purge')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
};
