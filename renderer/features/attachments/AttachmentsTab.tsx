import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '../../../shared/domain/attachments/consent.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import classes from './Attachments.module.css';
import { AttachmentsHead } from './AttachmentsHead.tsx';
import { Compare } from './Compare.tsx';
import { Gallery } from './Gallery.tsx';
import { Pairs } from './Pairs.tsx';
import { PurgeDialog } from './PurgeDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { UploadList } from './UploadList.tsx';
import { useAttachments, useBinCommands, useSelection } from './useAttachments.ts';
import { useDroppedFiles } from './useDroppedFiles.ts';
import { useUploads } from './useUploads.ts';
import { Viewer } from './Viewer.tsx';

const READ_AHEAD = 10;

/** The photos and files of one customer: added by button, paste or drop; looked at, compared, deleted and brought back (X25). */
export const AttachmentsTab = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const [isInBin, setIsInBin] = useState(false);
  const [consent, setConsent] = useState<Consent>('unasked');
  const [opened, setOpened] = useState<number | null>(null);
  const [compared, setCompared] = useState<readonly [string, string] | null>(null);
  const [isPurging, setIsPurging] = useState(false);
  const list = useAttachments(customerId, isInBin);
  const { rows, first, byId, pairs } = list;
  const selection = useSelection(rows);
  const { chosen } = selection;
  const bin = useBinCommands(customerId, () => {
    selection.clear();
    setOpened(null);
  });
  const { uploads, addAll, cancel, clear, isRunning } = useUploads(customerId, consent);
  const { isOver, handlers } = useDroppedFiles(!isInBin, addAll);

  if (list.error !== null) return <ErrorNotice error={list.error} onRetry={list.readAgain} />;
  if (first === undefined) return null;
  const [before, after] = (compared ?? []).map((id) => byId.get(id));
  return (
    <Stack p="md" gap="md" className={classes['drop'] ?? ''} {...handlers}>
      {isOver && <div className={classes['veil']}>{t('attachments.dropHere')}</div>}
      <AttachmentsHead
        isInBin={isInBin}
        listed={first}
        consent={consent}
        onConsent={setConsent}
        onAdd={addAll}
        onShowBin={(isWanted) => {
          setIsInBin(isWanted);
          selection.clear();
        }}
      />
      <UploadList uploads={uploads} isRunning={isRunning} onCancel={cancel} onClose={clear} />
      <SelectionBar
        chosen={chosen}
        isInBin={isInBin}
        isRemoving={bin.isRemoving}
        isRestoring={bin.isRestoring}
        onCompare={(earlier, later) => {
          setCompared([earlier.id, later.id]);
        }}
        onRemove={() => {
          bin.remove(chosen);
        }}
        onRestore={() => {
          bin.restore(chosen);
        }}
        onPurge={() => {
          setIsPurging(true);
        }}
        onClear={selection.clear}
      />
      {!isInBin && (
        <Pairs
          pairs={pairs}
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
          <Gallery rows={rows} selected={selection.ids} onToggle={selection.toggle} onOpen={setOpened} />
          <Text size="xs" c="dimmed">
            {t('attachments.keys')}
          </Text>
          <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
        </>
      )}
      <Viewer
        customerId={customerId}
        rows={rows}
        total={list.total ?? rows.length}
        index={opened}
        onShow={(index) => {
          setOpened(index);
          // The arrow key is to find the next page there already.
          if (list.left > 0 && index >= rows.length - READ_AHEAD) list.readOn();
        }}
        onRemove={(attachment) => {
          bin.remove([attachment]);
        }}
        onClose={() => {
          setOpened(null);
        }}
      />
      <Compare
        customerId={customerId}
        photos={before === undefined || after === undefined ? null : { before, after }}
        pairId={pairs.find((pair) => pair.before === before && pair.after === after)?.id ?? null}
        onClose={() => {
          setCompared(null);
        }}
      />
      <PurgeDialog
        isOpen={isPurging}
        count={chosen.length}
        isRunning={bin.isPurging}
        onPurge={() => {
          bin.purge(chosen, () => {
            setIsPurging(false);
          });
        }}
        onClose={() => {
          setIsPurging(false);
        }}
      />
    </Stack>
  );
};
