import { MAX_POINTS, points } from '../../types/amounts.ts';
import type { Points } from '../../types/amounts.ts';
import { customerWords } from '../imports/headerWords.ts';
import { bestColumns } from '../imports/headers.ts';
import { importedPhone } from '../imports/phone.ts';
import { hasExponent, withAllFigures } from '../imports/rounded.ts';
import { textOrNull } from '../imports/text.ts';
import { wholePoints } from '../imports/values.ts';
import type { ParsedPhone } from '../phones.ts';

// Points to add or take, row by row of a file (X67): what its columns mean, and what one row says.

/** What a column can mean: by what the customer is found, the name to check, the points, and why. */
export const pointsFileFields = ['number', 'cardNo', 'phone', 'name', 'points', 'reason'] as const;
export type PointsFileField = (typeof pointsFileFields)[number];

/** One entry a column, in the file's order: its meaning, or null to leave it out. */
export type PointsFileMapping = readonly (PointsFileField | null)[];

/** Header words, most telling first. A balance (剩余积分) is no change, so its words are not among them. */
const words: Readonly<Record<PointsFileField, readonly string[]>> = {
  number: customerWords.number ?? [],
  cardNo: customerWords.cardNo ?? [],
  phone: customerWords.phone ?? [],
  name: customerWords.name ?? [],
  points: [
    '加减积分',
    '增减积分',
    '积分增减',
    '积分加减',
    '积分变动',
    '变动积分',
    '积分变化',
    '调整积分',
    '积分调整',
    '补积分',
    '加积分',
    '增加积分',
    '赠送积分',
    '奖励积分',
    '发放积分',
    '本次积分',
    '积分',
    '分数',
    'pointschange',
    'changeinpoints',
    'adjustment',
    'change',
    'addpoints',
    'points',
  ],
  reason: [
    '原因',
    '事由',
    '理由',
    '变动原因',
    '调整原因',
    '加减原因',
    '说明',
    '备注',
    'reason',
    'why',
    'note',
    'notes',
    'memo',
    'remark',
  ],
};

/** What each column seems to mean. */
export const guessPointsFileMapping = (headers: readonly string[]): (PointsFileField | null)[] =>
  bestColumns(headers, pointsFileFields, (field) => words[field]);

/** How many meanings are found in these headers. */
export const recognisedPointsFile = (headers: readonly string[]): number =>
  guessPointsFileMapping(headers).filter((field) => field !== null).length;

/** Header words for each meaning, for the message about one that is missing. */
export const pointsFileHeaders: readonly string[] = pointsFileFields.flatMap((field) => words[field].slice(0, 3));

/** The first need that no column meets: the points, and one by which the customer is found; null when there is none. */
export const missingPointsFileField = (mapping: PointsFileMapping): PointsFileField | null => {
  if (!mapping.includes('points')) return 'points';
  return mapping.some((field) => field === 'number' || field === 'cardNo' || field === 'phone') ? null : 'phone';
};

/** Why a row does nothing. The last ones depend on what the shop knows at that moment. */
export const pointsFileRefusals = [
  'row_too_long',
  'who_missing',
  'phone_invalid',
  'number_rounded',
  'points_missing',
  'points_invalid',
  'points_zero',
  'points_too_large',
  'reason_missing',
  'reason_too_long',
  'customer_unknown',
  'customer_ambiguous',
  'numbers_disagree',
  'card_not_valid',
  'name_differs',
  'row_twice',
  'customer_removed',
  'customer_merged',
  'out_of_range',
  'below_zero',
] as const;
export type PointsFileRefusal = (typeof pointsFileRefusals)[number];

/** Why a row does nothing, the meaning of the column at fault (null: the row as a whole), and what stands there. */
export interface RefusedPoints {
  readonly code: PointsFileRefusal;
  readonly field: PointsFileField | null;
  readonly value: string;
}

/** Whom a row means. */
export interface PointsFileWho {
  readonly number: string | null;
  readonly cardNo: string | null;
  readonly phone: ParsedPhone | null;
  readonly name: string | null;
}

export interface PointsFileRow extends PointsFileWho {
  readonly points: Points;
  readonly reason: string;
}

export const LONGEST_REASON = 200;
const LONGEST_VALUE = 80;

export const refusedPoints = (code: PointsFileRefusal, field: PointsFileField | null, value: string): RefusedPoints => ({
  code,
  field,
  value: value.slice(0, LONGEST_VALUE),
});

/** A dash of typography in the place of a minus. */
const DASHES = /^[−–—﹣]/;

/** Points to add, or below zero to take: a whole number that is not zero. */
const changeOf = (text: string | null): Points | PointsFileRefusal => {
  if (text === null) return 'points_missing';
  const value = wholePoints(text.replace(DASHES, '-'));
  if (value === null) return 'points_invalid';
  if (value === 0) return 'points_zero';
  return Math.abs(value) > MAX_POINTS ? 'points_too_large' : points(value);
};

/** What a row says, or why it says nothing that can be done. `fileReason` holds where the row has none of its own. */
export const readPointsRow = (
  cells: readonly string[],
  mapping: PointsFileMapping,
  fileReason: string | null,
): PointsFileRow | RefusedPoints => {
  const beyond = cells.slice(mapping.length).find((cell) => cell.trim() !== '');
  if (beyond !== undefined) return refusedPoints('row_too_long', null, beyond);
  const textOf = (field: PointsFileField): string | null => {
    const column = mapping.indexOf(field);
    return column === -1 ? null : textOrNull(cells[column] ?? '');
  };
  for (const field of ['number', 'cardNo', 'phone'] as const) {
    const text = textOf(field);
    if (text !== null && hasExponent(text) && withAllFigures(text) === null) return refusedPoints('number_rounded', field, text);
  }
  const code = (field: 'number' | 'cardNo'): string | null => {
    const text = textOf(field);
    return text === null ? null : withAllFigures(text);
  };
  const [number, cardNo, phoneText] = [code('number'), code('cardNo'), textOf('phone')];
  const phone = phoneText === null ? null : importedPhone(phoneText);
  if (phoneText !== null && phone === null) return refusedPoints('phone_invalid', 'phone', phoneText);
  if (number === null && cardNo === null && phone === null) return refusedPoints('who_missing', null, textOf('name') ?? '');
  const pointsText = textOf('points');
  const change = changeOf(pointsText);
  if (typeof change === 'string') return refusedPoints(change, 'points', pointsText ?? '');
  const reason = textOf('reason')?.replaceAll(/\s+/g, ' ') ?? fileReason;
  if (reason === null) return refusedPoints('reason_missing', mapping.includes('reason') ? 'reason' : null, '');
  if (reason.length > LONGEST_REASON) return refusedPoints('reason_too_long', 'reason', reason);
  return { number, cardNo, phone, name: textOf('name'), points: change, reason };
};

/** Whether two writings are of one name: blanks, width and case aside. */
export const isSameName = (one: string, other: string): boolean => {
  const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  return plain(one) === plain(other);
};
