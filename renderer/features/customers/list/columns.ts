import type { TFunction } from 'i18next';
import {
  customerColumns,
  customerSorts,
  type ColumnWidth,
  type CustomerColumn,
} from '../../../../shared/contract/customerViews.ts';
import type { CustomField } from '../../../../shared/contract/customFields.ts';
import type { SortKey } from './order.ts';

export type PlainColumn = Exclude<CustomerColumn, 'custom'>;

/** One column of the list as it is drawn, the name aside. */
export interface ListColumn {
  readonly key: PlainColumn | 'custom';
  /** The shop's own field that the column shows. */
  readonly fieldId: string | null;
  readonly title: string;
  /** In rem. */
  readonly width: number;
  readonly isFigure: boolean;
  readonly sort: SortKey | null;
}

/** What the list shows until the shop chooses: what the front desk asks for most. */
export const defaultColumns: readonly CustomerColumn[] = [
  'phone',
  'last_visit',
  'visits',
  'spend',
  'points',
  'classes',
  'custom',
];

const widths: Readonly<Record<CustomerColumn, number>> = {
  phone: 6.5,
  last_visit: 5,
  visits: 4,
  spend: 5.25,
  points: 4,
  classes: 12.75,
  tier: 5,
  tags: 10,
  owner: 5,
  region: 6.5,
  birthday: 9.5,
  source: 5.5,
  status: 4,
  card: 6.5,
  number: 5,
  wechat: 7.5,
  created: 5,
  completeness: 4.5,
  custom: 6.5,
};

const figures: readonly CustomerColumn[] = ['visits', 'spend', 'points', 'completeness'];
/** Columns whose facts are read with every row; the others are asked for. */
const plain: readonly CustomerColumn[] = ['phone', 'last_visit', 'visits', 'spend', 'points', 'classes', 'number'];

/** The columns that are drawn otherwise than usual. */
export type ColumnWidths = Readonly<Partial<Record<CustomerColumn, ColumnWidth | undefined>>>;
const factors: Readonly<Record<ColumnWidth | 'usual', number>> = { narrow: 0.75, usual: 1, wide: 1.5 };
const widthOfColumn = (key: CustomerColumn, chosen: ColumnWidths): number => widths[key] * factors[chosen[key] ?? 'usual'];

const order = ['usual', 'wide', 'narrow'] as const;
/** The widths after one press on a column: from usual to wide, to narrow, and back. */
export const widthsAfter = (chosen: ColumnWidths, key: CustomerColumn): ColumnWidths => {
  const next = order[(order.indexOf(chosen[key] ?? 'usual') + 1) % order.length] ?? 'usual';
  const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== key));
  return next === 'usual' ? others : { ...others, [key]: next };
};

/** Whether a list with these columns has to ask for more than the plain row. */
export const needsMore = (columns: readonly ListColumn[]): boolean => columns.some(({ key }) => !plain.includes(key));

const sortOf = (key: CustomerColumn): SortKey | null => customerSorts.find((sort) => sort === key) ?? null;

/** The columns to draw, in their order; 'custom' stands for each of the shop's own fields that lists show. */
export const columnsOf = (
  t: TFunction,
  chosen: readonly CustomerColumn[],
  fields: readonly Pick<CustomField, 'id' | 'name' | 'type' | 'isInList'>[],
  chosenWidths: ColumnWidths = {},
): ListColumn[] =>
  chosen.flatMap((key): ListColumn[] => {
    if (key === 'custom')
      return fields
        .filter(({ isInList }) => isInList)
        .map(({ id, name, type }) => ({
          key,
          fieldId: id,
          title: name,
          width: widthOfColumn('custom', chosenWidths),
          isFigure: type === 'number',
          sort: null,
        }));
    return [
      {
        key,
        fieldId: null,
        title: t(`lists.columns.${key}`),
        width: widthOfColumn(key, chosenWidths),
        isFigure: figures.includes(key),
        sort: sortOf(key),
      },
    ];
  });

const NAME_WIDTH = 7.5;
const GAP = 0.875;

/** The width that a name and these columns want, in rem. */
export const widthOf = (columns: readonly ListColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width + GAP, NAME_WIDTH + 2);

/** In a small window these give way first when the shop has chosen no columns; name, phone and money stay. */
const givingWay: readonly ListColumn['key'][] = ['custom', 'classes', 'points', 'visits'];

/** As many of the columns as have room. */
export const fittingColumns = (columns: readonly ListColumn[], room: number): readonly ListColumn[] => {
  let fitting = columns;
  for (const key of givingWay) if (widthOf(fitting) > room) fitting = fitting.filter((column) => column.key !== key);
  return fitting;
};

export const gridTemplateOf = (columns: readonly ListColumn[]): string =>
  [`minmax(${NAME_WIDTH}rem, 1fr)`, ...columns.map(({ width }) => `${width}rem`)].join(' ');

/** The chosen columns with one taken in at the end, or left out. */
export const toggledColumn = (chosen: readonly CustomerColumn[], key: CustomerColumn): CustomerColumn[] =>
  chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key];

/** The chosen columns with one moved by a place; at the ends it stays. */
export const movedColumn = (chosen: readonly CustomerColumn[], key: CustomerColumn, by: -1 | 1): CustomerColumn[] => {
  const from = chosen.indexOf(key);
  const to = from + by;
  if (from === -1 || to < 0 || to >= chosen.length) return [...chosen];
  const rest = chosen.filter((other) => other !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
};

/** Every column in the order of a menu: the chosen ones as they stand, then the others. */
export const columnsForMenu = (chosen: readonly CustomerColumn[]): CustomerColumn[] => [
  ...chosen,
  ...customerColumns.filter((key) => !chosen.includes(key)),
];
