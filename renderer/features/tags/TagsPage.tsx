import { Button, ScrollArea, Stack } from '@mantine/core';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { client } from '../../ipc/client.ts';
import { CustomersSections } from '../customers/CustomersSections.tsx';
import { GroupForm } from './GroupForm.tsx';
import { PresetPanel } from './PresetPanel.tsx';
import { TagGroupSection } from './TagGroupSection.tsx';
import { TagPanel } from './TagPanel.tsx';
import type { TagChangeId, TagGroup } from './types.ts';
import { useLibrary } from './useLibrary.ts';

/** What the panel at the right shows. */
type Shown =
  | { readonly is: 'tag'; readonly id: string }
  | { readonly is: 'group'; readonly group: TagGroup | null }
  | { readonly is: 'presets' };

/** The shop's own library of tags: groups, their tags, how many people have each; presets by trade (R009). */
export const TagsPage = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [shown, setShown] = useState<Shown | null>(null);
  const { groups, tags, error, refetch } = useLibrary();
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;

  const close = (): void => {
    setShown(null);
  };
  const told = (label: string, changeId: TagChangeId): void => {
    done({ label, undo: () => client.tags.undoChange({ changeId }) });
  };
  const list = groups ?? [];
  const selected = shown?.is === 'tag' ? tags.find(({ id }) => id === shown.id) : undefined;
  const panel =
    shown?.is === 'presets' ? (
      <PresetPanel onTold={told} onClose={close} />
    ) : shown?.is === 'group' ? (
      <GroupForm key={shown.group?.id ?? 'new'} group={shown.group} onTold={told} onClose={close} />
    ) : selected === undefined ? null : (
      <TagPanel key={selected.id} tag={selected} tags={tags} groups={list} onTold={told} onClose={close} />
    );

  return (
    <WithSidePanel panel={panel} panelLabel={t('tags.panel')} width={400}>
      <CustomersSections />
      <PageHeader title={t('tags.title')} text={t('tags.text')}>
        <Button
          variant="default"
          onClick={() => {
            setShown({ is: 'presets' });
          }}
        >
          {t('tags.presets.open')}
        </Button>
        <Button
          leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
          onClick={() => {
            setShown({ is: 'group', group: null });
          }}
        >
          {t('tags.group.new')}
        </Button>
      </PageHeader>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        {groups !== undefined && list.length === 0 ? (
          <EmptyState icon={IconTags} title={t('tags.empty.title')} text={t('tags.empty.text')}>
            <Button
              onClick={() => {
                setShown({ is: 'presets' });
              }}
            >
              {t('tags.presets.open')}
            </Button>
          </EmptyState>
        ) : (
          <Stack px="md" pb="lg" gap="lg">
            {list.map((group, index) => (
              <TagGroupSection
                key={group.id}
                group={group}
                groups={list}
                index={index}
                tags={tags.filter(({ groupId }) => groupId === group.id)}
                selectedId={selected?.id ?? null}
                onSelect={(id) => {
                  setShown({ is: 'tag', id });
                }}
                onEdit={() => {
                  setShown({ is: 'group', group });
                }}
                onTold={told}
              />
            ))}
          </Stack>
        )}
      </ScrollArea>
    </WithSidePanel>
  );
};
