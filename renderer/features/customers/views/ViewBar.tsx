import { ActionIcon, Button, Group, Menu, Modal, TextInput } from '@mantine/core';
import { IconBookmark, IconDots, IconPinned } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, OutputOf } from '../../../../shared/contract.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { call } from '../../../ipc/client.ts';
import { errorText } from '../../../ipc/errorText.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { useOperation } from '../../../ipc/useOperation.ts';

export type View = OutputOf<'customerViews.list'>['views'][number];
/** What a view keeps, besides its name. */
export type ViewContent = Omit<CallInput<'customerViews.save'>, 'viewId' | 'name' | 'isDefault'>;

interface ViewBarProps {
  /** The view that is open, or null for everyone. */
  readonly viewId: string | null;
  /** What the list shows now. */
  readonly content: ViewContent;
  /** The list is narrowed, ordered or laid out in a way of its own. */
  readonly isOwn: boolean;
  readonly onOpen: (view: View | null) => void;
  readonly onSaved: (viewId: string) => void;
}

const inOrder = (widths: object): unknown => Object.entries(widths).toSorted(([one], [other]) => (one < other ? -1 : 1));

const isSame = (view: View, content: ViewContent): boolean =>
  JSON.stringify([view.filter, view.columns, view.sort, view.direction, inOrder(view.widths)]) ===
  JSON.stringify([content.filter, content.columns, content.sort, content.direction, inOrder(content.widths ?? {})]);

/** The ways to look at the customers that the shop has named: one press opens one. */
export const ViewBar = ({ viewId, content, isOwn, onOpen, onSaved }: ViewBarProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const views = useOperation('customerViews.list', {}).data?.views ?? [];
  const save = useCommand('customerViews.save');
  const remove = useCommand('customerViews.remove');
  const arrange = useCommand('customerViews.arrange');
  const setDefault = useCommand('customerViews.setDefault');
  const open = views.find(({ id }) => id === viewId);

  const update = async (view: View): Promise<void> => {
    const { before } = await save.mutateAsync({ viewId: view.id, name: view.name, ...content });
    if (before === null) return;
    const { id, ...former } = before;
    done({
      label: t('lists.views.changed', { name: view.name }),
      undo: () => call('customerViews.save', { viewId: id, ...former }),
    });
  };
  const takeAway = async (view: View): Promise<void> => {
    const { id, ...former } = (await remove.mutateAsync({ viewId: view.id })).before;
    onOpen(null);
    done({
      label: t('lists.views.removed', { name: view.name }),
      undo: () => call('customerViews.save', { viewId: id, ...former }),
    });
  };
  const move = async (view: View, by: -1 | 1): Promise<void> => {
    const before = views.map(({ id }) => id);
    const from = before.indexOf(view.id);
    const rest = before.filter((id) => id !== view.id);
    await arrange.mutateAsync({ viewIds: [...rest.slice(0, from + by), view.id, ...rest.slice(from + by)] });
    done({ label: t('lists.views.moved', { name: view.name }), undo: () => call('customerViews.arrange', { viewIds: before }) });
  };
  const makeDefault = async (view: View | null): Promise<void> => {
    const { before } = await setDefault.mutateAsync({ viewId: view?.id ?? null });
    done({
      label: view === null ? t('lists.views.clearedDefault') : t('lists.views.madeDefault', { name: view.name }),
      undo: () => call('customerViews.setDefault', { viewId: before }),
    });
  };
  if (views.length === 0 && !isOwn) return null;
  return (
    <Group component="nav" gap={6} aria-label={t('lists.views.label')}>
      {views.length > 0 && (
        <Button
          size="compact-sm"
          variant={open === undefined && !isOwn ? 'light' : 'subtle'}
          aria-pressed={open === undefined && !isOwn}
          onClick={() => {
            onOpen(null);
          }}
        >
          {t('lists.views.everyone')}
        </Button>
      )}
      {views.map((view) => (
        <Group key={view.id} gap={0} wrap="nowrap">
          <Button
            size="compact-sm"
            variant={view.id === viewId ? 'light' : 'subtle'}
            aria-pressed={view.id === viewId}
            {...(view.isDefault && {
              title: t('lists.views.isDefault'),
              leftSection: <IconPinned size={14} stroke={1.7} aria-hidden />,
            })}
            onClick={() => {
              onOpen(view);
            }}
          >
            {view.name}
            {view.id === viewId && !isSame(view, content) && ` ${t('lists.views.changedMark')}`}
          </Button>
          {view.id === viewId && (
            <Menu position="bottom-start" withinPortal={false}>
              <Menu.Target>
                <ActionIcon variant="subtle" size="sm" aria-label={t('lists.views.more', { name: view.name })}>
                  <IconDots size={15} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item disabled={isSame(view, content)} onClick={() => void update(view).catch(() => undefined)}>
                  {t('lists.views.update')}
                </Menu.Item>
                <Menu.Item
                  onClick={() => {
                    setNaming('rename');
                  }}
                >
                  {t('lists.views.rename')}
                </Menu.Item>
                {([-1, 1] as const).map((by) => (
                  <Menu.Item
                    key={by}
                    disabled={views.at(by === -1 ? 0 : -1)?.id === view.id}
                    onClick={() => void move(view, by).catch(() => undefined)}
                  >
                    {t(by === -1 ? 'lists.views.earlier' : 'lists.views.later')}
                  </Menu.Item>
                ))}
                <Menu.Item onClick={() => void makeDefault(view.isDefault ? null : view).catch(() => undefined)}>
                  {t(view.isDefault ? 'lists.views.noDefault' : 'lists.views.makeDefault')}
                </Menu.Item>
                <Menu.Item onClick={() => void takeAway(view).catch(() => undefined)}>{t('lists.views.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      ))}
      {isOwn && (open === undefined || !isSame(open, content)) && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBookmark size={15} stroke={1.7} aria-hidden />}
          onClick={() => {
            setNaming('new');
          }}
        >
          {t('lists.views.save')}
        </Button>
      )}
      <ViewName
        key={`${naming}${viewId}`}
        isOpen={naming !== null}
        view={naming === 'rename' ? (open ?? null) : null}
        content={content}
        onClose={() => {
          setNaming(null);
        }}
        onSaved={onSaved}
      />
    </Group>
  );
};

interface ViewNameProps {
  readonly isOpen: boolean;
  /** The view to rename; null names a new one. */
  readonly view: View | null;
  readonly content: ViewContent;
  readonly onClose: () => void;
  readonly onSaved: (viewId: string) => void;
}

/** Asks for the name of a view. */
const ViewName = ({ isOpen, view, content, onClose, onSaved }: ViewNameProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const save = useCommand('customerViews.save', { quiet: true });
  const [name, setName] = useState(view?.name ?? '');
  const submit = async (): Promise<void> => {
    const trimmed = name.trim();
    if (trimmed === '') return;
    const kept =
      view === null
        ? content
        : { filter: view.filter, columns: view.columns, widths: view.widths, sort: view.sort, direction: view.direction };
    const { viewId, before } = await save.mutateAsync({ viewId: view?.id ?? null, name: trimmed, ...kept });
    onClose();
    onSaved(viewId);
    done({
      label: t('lists.views.saved', { name: trimmed }),
      undo: () =>
        before === null
          ? call('customerViews.remove', { viewId })
          : call('customerViews.save', { viewId, ...kept, name: before.name }),
    });
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t(view === null ? 'lists.views.saveTitle' : 'lists.views.rename')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SaveForm
        onSubmit={(event) => {
          event.preventDefault();
          void submit().catch(() => undefined);
        }}
      >
        <TextInput
          data-autofocus
          label={t('lists.views.name')}
          placeholder={t('lists.views.nameHint')}
          maxLength={30}
          value={name}
          error={save.error === null ? undefined : errorText(t, save.error)}
          onChange={(event) => {
            save.reset();
            setName(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end" mt="md">
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </SaveForm>
    </Modal>
  );
};
