import type { LocalDate } from '../../types/time.ts';
import { tagPacking, type PackedTag } from '../exports/packed.ts';
import { plainCell, type CellReading } from './cells.ts';
import { columnsOf, refused, type Mapping, type Parsed } from './fields.ts';
import { headerKey } from './headerKey.ts';
import { plainTagHeaders } from './headerWords.ts';
import { ownFieldOfHeader } from './ownForm.ts';

/** A tag by its group; how and when the customer came by it, where the file says so. */
export interface ImportedTag {
  readonly group: string;
  readonly name: string;
  readonly source?: PackedTag['source'] | undefined;
  readonly taggedOn?: LocalDate | undefined;
}

/** What a file says beyond the customer's own fields: tags by their group, and values of the shop's own fields by their name. */
export interface ImportedExtras {
  readonly tags: readonly ImportedTag[];
  readonly values: readonly { readonly field: string; readonly text: string }[];
}

/** The group of tags whose column says no more than that they are tags. */
export const PLAIN_TAG_GROUP = '导入';
const LONGEST_NAME = 40;
const LONGEST_TEXT = 500;
const MOST_TAGS_A_CELL = 30;

/** A column of tags is a group of its own, unless its header only says "tags". */
const groupOf = (header: string): string =>
  plainTagHeaders.includes(headerKey(header)) ? PLAIN_TAG_GROUP : header.trim().slice(0, LONGEST_NAME);

/** `口味:甜` names its group itself. */
const tagOf = (text: string, group: string): { group: string; name: string } => {
  const [, own, name] = /^([^:：]{1,20})[:：]\s*(.+)$/.exec(text) ?? [];
  return own === undefined || name === undefined
    ? { group, name: text.slice(0, LONGEST_NAME) }
    : { group: own.trim(), name: name.trim().slice(0, LONGEST_NAME) };
};

/** A reader of tags and own fields; `headers` are the names of the file's columns. */
export const extrasReader = (
  mapping: Mapping,
  headers: readonly string[],
  reading: CellReading,
  today: LocalDate,
): ((cells: readonly string[]) => Parsed<ImportedExtras>) => {
  const tagColumns = columnsOf(mapping, 'tags').map((column) => ({ column, group: groupOf(headers[column] ?? '') }));
  const valueColumns = columnsOf(mapping, 'customField').map((column) => ({
    column,
    field: ownFieldOfHeader(headers[column] ?? '', reading.isOwn).slice(0, LONGEST_NAME),
  }));
  const writtenTags = (cells: readonly string[]): readonly ImportedTag[] =>
    tagColumns.flatMap(({ column, group }) =>
      (reading.textOrNull(cells[column] ?? '') ?? '')
        .split(/[、,，;；|\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .slice(0, MOST_TAGS_A_CELL)
        .map((part) => tagOf(part, group)),
    );
  const packedCell = (cells: readonly string[]): string => plainCell(reading, cells[tagColumns[0]?.column ?? -1] ?? '');
  return (cells) => {
    const tags = reading.isPacked ? tagPacking.unpack(packedCell(cells), today) : writtenTags(cells);
    if (tags === null) return refused('entries_invalid', 'tags', packedCell(cells).slice(0, 200));
    const values = valueColumns.flatMap(({ column, field }) => {
      const text = reading.textOrNull(cells[column] ?? '');
      return text === null || field === '' ? [] : [{ field, text }];
    });
    const long = values.find(({ text }) => text.length > LONGEST_TEXT);
    if (long) return refused('text_too_long', 'customField', long.text.slice(0, 200));
    return { ok: true, value: { tags, values } };
  };
};
