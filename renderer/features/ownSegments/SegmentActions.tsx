import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconDots, IconSnowflake, IconTrash, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OwnSegment } from '../../../shared/contract/ownSegments.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';

interface SegmentActionsProps {
  readonly segment: OwnSegment;
  readonly onMade: (segmentId: string) => void;
  readonly onGone: () => void;
}

/** What else can be done with a segment: its people in the list, writing them down, putting it away, deleting it. */
export const SegmentActions = ({ segment, onMade, onGone }: SegmentActionsProps) => {
  const { t } = useTranslation();
  const may = useMay()('customers.write');
  const { today } = useShop();
  const { done } = useUndo();
  const showError = useErrorToast();
  const navigate = useNavigate();
  const { id: segmentId, name, isArchived } = segment;
  const take = (work: () => Promise<void>) => (): void => {
    work().catch(showError);
  };
  const freeze = take(async () => {
    const made = await call('ownSegments.freeze', { segmentId, name: `${name} ${today}`.slice(0, 40) });
    done({
      label: t('ownSegments.done.frozen', { count: made.people }),
      undo: () => call('ownSegments.remove', { segmentId: made.segmentId }),
    });
    onMade(made.segmentId);
  });
  const archive = take(async () => {
    await call('ownSegments.archive', { segmentId, isArchived: !isArchived });
    done({
      label: t(isArchived ? 'ownSegments.done.used' : 'ownSegments.done.archived', { name }),
      undo: () => call('ownSegments.archive', { segmentId, isArchived }),
    });
    onGone();
  });
  const remove = take(async () => {
    await call('ownSegments.remove', { segmentId });
    done({ label: t('ownSegments.done.removed', { name }), undo: () => call('ownSegments.restore', { segmentId }) });
    onGone();
  });
  const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('ownSegments.more', { name })}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUsers {...icon} />}
          onClick={() => void navigate({ to: '/customers', search: { filter: { ownSegment: segmentId } } })}
        >
          {t('ownSegments.toList')}
        </Menu.Item>
        {may && (
          <>
            <Menu.Item leftSection={<IconSnowflake {...icon} />} onClick={freeze}>
              {t('ownSegments.freeze')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={archive}>
              {t(isArchived ? 'ownSegments.use' : 'ownSegments.archive')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={remove}>
              {t('common.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
