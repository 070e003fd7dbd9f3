import { Combobox, Group, Pill, PillsInput, Text, Tooltip, useCombobox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { operationQuery, useOperation } from '../../ipc/useOperation.ts';

type Tag = OutputOf<'tags.list'>['rows'][number];
export type TagId = Tag['id'];
export type TagGroupId = Tag['groupId'];

/** A tag in the box; `told` is what is said of it on hover and on focus. */
export interface BoxTag {
  readonly tagId: TagId;
  readonly name: string;
  readonly groupName: string;
  readonly told?: string;
}

interface TagBoxProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly tags: readonly BoxTag[];
  readonly onAdd: (tag: BoxTag) => void;
  readonly onRemove: (tag: BoxTag) => void;
  /** Makes a tag that is not in the library yet, and gives it. */
  readonly onCreate: (groupId: TagGroupId, name: string) => void;
}

/** How many answers the box shows at once, and into how many groups a new tag is offered. */
const SHOWN = 12;
const CREATE = 'create:';

/** Tags of one person: type, pinyin initials do; Enter gives the first, Backspace takes the last, an unknown one is made. */
export const TagBox = ({ label, hideLabel = false, tags, onAdd, onRemove, onCreate }: TagBoxProps) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const showError = useErrorToast();
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const wanted = text.trim();
  const isOpen = combobox.dropdownOpened;
  const asked = { text: wanted, limit: SHOWN + tags.length };
  const answer = useOperation('tags.list', asked, { enabled: isOpen, keepPrevious: true });
  const groups = useOperation('tags.groups', {}, { enabled: isOpen }).data?.groups ?? [];
  const given = new Set<string>(tags.map(({ tagId }) => tagId));
  const found = (answer.data?.rows ?? []).filter(({ id }) => !given.has(id)).slice(0, SHOWN);
  const isKnown = [...found, ...tags].some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  // Until the answer to these very letters is there, what stands in the list is the answer to fewer: nothing of it may be given.
  const isFresh = !answer.isPlaceholderData;
  const makers = wanted === '' || isKnown || !isFresh ? [] : groups;

  const choose = (value: string): void => {
    const chosen = found.find(({ id }) => id === value);
    const group = groups.find(({ id }) => value === `${CREATE}${id}`);
    if (chosen) onAdd({ tagId: chosen.id, name: chosen.name, groupName: chosen.groupName });
    else if (group) onCreate(group.id, wanted);
    setText('');
    combobox.resetSelectedOption();
  };
  /** Enter came before the answer: what it meant is known when the answer is. */
  const giveFirst = async (): Promise<void> => {
    const { rows } = await queryClient.fetchQuery(operationQuery('tags.list', asked));
    const best = rows.find(({ id }) => !given.has(id));
    if (best === undefined) return;
    onAdd({ tagId: best.id, name: best.name, groupName: best.groupName });
    setText((now) => (now.trim() === wanted ? '' : now));
  };
  const last = tags.at(-1);

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.DropdownTarget>
        <PillsInput
          {...(hideLabel ? {} : { label })}
          onClick={() => {
            combobox.openDropdown();
          }}
        >
          <Pill.Group>
            {tags.map((tag) => (
              <Tooltip
                key={tag.tagId}
                label={[tag.groupName, tag.told].filter((part) => part !== undefined).join(' · ')}
                events={{ hover: true, focus: true, touch: true }}
                openDelay={200}
              >
                <Pill
                  withRemoveButton
                  removeButtonProps={{
                    tabIndex: 0,
                    'aria-hidden': false,
                    'aria-label': t('tags.box.remove', { name: tag.name, told: tag.told ?? tag.groupName }),
                  }}
                  onRemove={() => {
                    onRemove(tag);
                  }}
                >
                  {tag.name}
                </Pill>
              </Tooltip>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={text}
                aria-label={label}
                placeholder={tags.length === 0 ? t('tags.box.hint') : t('tags.box.more')}
                autoComplete="off"
                maxLength={40}
                onFocus={() => {
                  combobox.openDropdown();
                }}
                onBlur={() => {
                  combobox.closeDropdown();
                }}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                  combobox.selectFirstOption();
                }}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return;
                  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && wanted !== '' && !isFresh) {
                    event.preventDefault();
                    combobox.resetSelectedOption();
                    void giveFirst().catch(showError);
                    return;
                  }
                  if (event.key === 'Backspace' && text === '' && last !== undefined) {
                    event.preventDefault();
                    onRemove(last);
                  }
                  if (
                    event.key === 'Enter' &&
                    !event.ctrlKey &&
                    !event.metaKey &&
                    wanted !== '' &&
                    combobox.getSelectedOptionIndex() < 0
                  ) {
                    event.preventDefault();
                    const best = found[0];
                    if (best !== undefined) choose(best.id);
                  }
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} aria-label={label}>
          {found.map((tag) => (
            <Combobox.Option key={tag.id} value={tag.id}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text size="sm" truncate>
                  {tag.name}
                </Text>
                <Text size="xs" c="dimmed" flex="none">
                  {tag.groupName}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {makers.map((group) => (
            <Combobox.Option key={group.id} value={`${CREATE}${group.id}`}>
              <Text size="sm">{t('tags.box.create', { name: wanted, group: group.name })}</Text>
            </Combobox.Option>
          ))}
          {found.length === 0 && makers.length === 0 && (
            <Combobox.Empty>{groups.length === 0 ? t('tags.box.noLibrary') : t('tags.box.none')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
