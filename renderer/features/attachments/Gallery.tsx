import { Badge, Group, Text, VisuallyHidden } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Attachments.module.css';
import { Picture, type Attachment } from './Picture.tsx';

interface GalleryProps {
  readonly rows: readonly Attachment[];
  readonly selected: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onOpen: (index: number) => void;
}

/** How many tiles stand in one row just now. */
const columnsOf = (list: HTMLElement): number => {
  const tiles = [...list.children].flatMap((child) => (child instanceof HTMLElement ? [child.offsetTop] : []));
  return Math.max(1, tiles.filter((top) => top === tiles[0]).length);
};

/** Photos and files as tiles: arrows walk, Enter opens, Space selects. */
export const Gallery = ({ rows, selected, onToggle, onOpen }: GalleryProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const present = Math.min(active, rows.length - 1);

  const goTo = (index: number): void => {
    if (index < 0 || index >= rows.length) return;
    setActive(index);
    const tile = list.current?.children[index];
    if (tile instanceof HTMLElement) tile.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (list.current === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const columns = columnsOf(list.current);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
      Home: -present,
      End: rows.length - 1 - present,
    };
    const step = steps[event.key];
    const row = rows[present];
    if (step !== undefined) goTo(present + step);
    else if (event.key === 'Enter') onOpen(present);
    else if (event.key === ' ' && row !== undefined) onToggle(row.id);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={t('attachments.gallery')}
      aria-multiselectable
      tabIndex={-1}
      className={classes['grid']}
    >
      {rows.map((row, index) => (
        <div
          key={row.id}
          role="option"
          tabIndex={index === present ? 0 : -1}
          aria-selected={selected.has(row.id)}
          className={classes['tile']}
          onKeyDown={onKeyDown}
          onFocus={() => {
            setActive(index);
          }}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) onToggle(row.id);
            else onOpen(index);
          }}
        >
          <div className={classes['picture']}>
            <Picture attachment={row} variant="thumbnail" />
          </div>
          <div className={classes['caption']}>
            <Group justify="space-between" wrap="nowrap" gap={4}>
              <Text size="xs" fw={700}>
                {row.takenOn}
              </Text>
              {row.consent !== null && (
                <Badge size="xs" color={row.consent === 'unasked' ? 'amber' : row.consent === 'show' ? 'jade' : 'gray'}>
                  {t(`attachments.consent.${row.consent}`)}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed" truncate>
              {row.note ?? row.thing?.name ?? row.name}
            </Text>
            {(row.note ?? row.thing) !== null && <VisuallyHidden>{row.name}</VisuallyHidden>}
          </div>
        </div>
      ))}
    </div>
  );
};
