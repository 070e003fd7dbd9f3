import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { fittingColumns, widthOf, type ListColumn } from './columns.ts';
import classes from './CustomerGrid.module.css';
import { ListHead } from './ListHead.tsx';
import { ListRow } from './ListRow.tsx';
import type { ListOrder, SortKey } from './order.ts';
import { pagesOf, type PageRange } from './pages.ts';
import type { ListMarks } from './useMarks.ts';
import { PAGE_SIZE, peopleKey, usePages, type CustomerRow, type ListFilter } from './usePages.ts';

const ROW_HEIGHT = 44;
/** Rows kept beyond the window: enough for a turn of the wheel, few enough for a slow PC. */
const OVERSCAN = 8;

const REM_PIXELS = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The id of the list, for the field above it to hand the keys over. */
export const gridId = 'customers-list';

/** How far each list was scrolled, for the life of the window. */
const offsets = new Map<string, number>();

interface CustomerGridProps {
  readonly filter: ListFilter;
  readonly columns: readonly ListColumn[];
  /** The shop chose the columns: they are all there, and a narrow window scrolls sideways. */
  readonly isChosen: boolean;
  readonly marks: ListMarks;
  readonly order: ListOrder;
  readonly onSort: (key: SortKey) => void;
  readonly selectedId: string | null;
  readonly onSelect: (customerId: string) => void;
  readonly onOpen: (customerId: string) => void;
  /** One click opens: where there is no panel to read beside the list. */
  readonly opensOnClick: boolean;
  /** How many there are, once known of just these people; `key` is their `peopleKey`. */
  readonly onTotal: (key: string, total: number) => void;
  /** Nobody to show: the page says so in its own words. */
  readonly isHidden: boolean;
}

/**
 * The customers as one scroll, however many: only the rows on the screen stand in the page. Up and Down walk, Enter opens,
 * Home and End go to the ends; Space marks, Shift with the arrows marks on the way, Ctrl+A marks all, Escape unmarks.
 */
export const CustomerGrid = ({
  filter,
  columns: wanted,
  isChosen,
  marks,
  order,
  onSort,
  selectedId,
  onSelect,
  onOpen,
  opensOnClick,
  onTotal,
  isHidden,
}: CustomerGridProps) => {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const scrollerRef = useMergedRef(scroller, measured);
  const room = width === 0 ? Infinity : width / REM_PIXELS();
  const columns = useMemo(() => (isChosen ? wanted : fittingColumns(wanted, room)), [isChosen, wanted, room]);
  const [range, setRange] = useState<PageRange>({ from: 0, to: 0 });
  const pages = usePages(filter, range);
  const total = pages.total ?? 0;
  const [activeIndex, setActiveIndex] = useState<number | null>(null);

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: 40,
  });
  const items = virtualizer.getVirtualItems();
  const { from, to } = pagesOf(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, PAGE_SIZE);
  useEffect(() => {
    setRange((shown) => (shown.from === from && shown.to === to ? shown : { from, to }));
  }, [from, to]);

  const listKey = JSON.stringify(filter);
  const people = peopleKey(filter);
  const fresh = pages.freshTotal;
  useEffect(() => {
    if (fresh !== undefined) onTotal(people, fresh);
  }, [fresh, people, onTotal]);
  const shownKey = useRef<string | null>(null);
  useEffect(() => {
    if (total === 0 || shownKey.current === listKey) return;
    const isReturn = shownKey.current === null;
    shownKey.current = listKey;
    if (isReturn) scroller.current?.focus({ preventScroll: true });
    else setActiveIndex(null);
    // Coming back finds the rows where they were; another order or filter is another list, read from its top.
    scroller.current?.scrollTo({ top: isReturn ? (offsets.get(listKey) ?? 0) : 0 });
  }, [listKey, total]);

  const select = (index: number): void => {
    setActiveIndex(index);
    const row = pages.rowAt(index);
    if (row !== undefined) onSelect(row.id);
  };
  // A row walked onto before it was read is selected as soon as it comes.
  const activeId = activeIndex === null ? undefined : pages.rowAt(activeIndex)?.id;
  useEffect(() => {
    if (activeId !== undefined && activeId !== selectedId) onSelect(activeId);
  }, [activeId, selectedId, onSelect]);

  const shownIndex = activeIndex ?? items.find(({ index }) => pages.rowAt(index)?.id === selectedId)?.index ?? null;

  const press = useCallback(
    (index: number, row: CustomerRow | undefined): void => {
      setActiveIndex(index);
      if (row === undefined) return;
      onSelect(row.id);
      if (opensOnClick) onOpen(row.id);
    },
    [onSelect, onOpen, opensOnClick],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || total === 0) return;
    const walk = (index: number): void => {
      event.preventDefault();
      const next = Math.min(Math.max(index, 0), total - 1);
      if (event.shiftKey) marks.add([shownIndex, next].flatMap((at) => (at === null ? [] : (pages.rowAt(at)?.id ?? []))));
      select(next);
      virtualizer.scrollToIndex(next);
    };
    switch (event.key) {
      case 'ArrowDown':
        walk((shownIndex ?? -1) + 1);
        return;
      case 'ArrowUp':
        walk((shownIndex ?? total) - 1);
        return;
      case 'Home':
        walk(0);
        return;
      case 'End':
        walk(total - 1);
        return;
      case ' ': {
        event.preventDefault();
        const marked = shownIndex === null ? selectedId : (pages.rowAt(shownIndex)?.id ?? null);
        if (marked !== null) marks.toggle(marked);
        return;
      }
      case 'a':
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        marks.markAll();
        return;
      case 'Escape':
        if (marks.count === 0) return;
        event.preventDefault();
        marks.clear();
        return;
      case 'Enter':
        if (selectedId !== null && !event.ctrlKey) onOpen(selectedId);
    }
  };

  const isMarked = (id: string | undefined): boolean => id !== undefined && marks.has(id);
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  return (
    <div
      ref={scrollerRef}
      id={gridId}
      hidden={isHidden}
      role="grid"
      aria-label={t('customers.list.label')}
      aria-multiselectable
      aria-rowcount={total + 1}
      aria-activedescendant={shownIndex === null ? undefined : `${id}-${shownIndex}`}
      tabIndex={0}
      className={classes['scroller']}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        offsets.set(listKey, event.currentTarget.scrollTop);
      }}
    >
      <ListHead columns={columns} order={order} onSort={onSort} />
      <div
        role="rowgroup"
        className={classes['body']}
        style={{ height: virtualizer.getTotalSize(), minWidth: isChosen ? `${widthOf(columns)}rem` : undefined }}
      >
        {items.map(({ index, start }) => (
          <ListRow
            key={index}
            id={`${id}-${index}`}
            index={index}
            start={start}
            columns={columns}
            row={pages.rowAt(index)}
            isSelected={index === shownIndex}
            isMarked={marks.count > 0 && isMarked(pages.rowAt(index)?.id)}
            onSelect={press}
            onOpen={onOpen}
            onMark={marks.toggle}
          />
        ))}
      </div>
    </div>
  );
};
