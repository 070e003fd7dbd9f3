import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { isId } from '../../shared/types/ids.ts';

const id = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const people = [1, 2, 3];
/** Tag, group, name, and who has it. */
const tags = [
  { id: id(11), group: '风格', value: '简约', bearers: [1, 2] },
  { id: id(12), group: '风格', value: '复古', bearers: [] },
  { id: id(13), group: '兴趣', value: '钓鱼', bearers: [3] },
] as const;

/** To version 30: every tag stands in the group of its name, everyone keeps their tags with day and source, and they are counted. */
export const tagsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    for (const number of people) {
      plainRun(
        database(),
        `INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at) VALUES (@id, @number, '王芳', 'wang fang', 0, 0)`,
        { id: id(number), number: String(number) },
      );
      plainRun(database(), 'INSERT INTO customer_summaries (customer_id) VALUES (@id)', { id: id(number) });
    }
    for (const { bearers, ...tag } of tags) {
      plainRun(database(), 'INSERT INTO tags (id, tag_group, value) VALUES (@id, @group, @value)', tag);
      for (const number of bearers)
        plainRun(database(), 'INSERT INTO customer_tags VALUES (@customer, @tag, @source, @on)', {
          customer: id(number),
          tag: tag.id,
          source: number === 1 ? 'survey' : 'told at the desk',
          on: '2026-11-01',
        });
    }
  },
  expectAfter: () => {
    const groups = plainRows<{ id: string; name: string }>(database(), 'SELECT id, name FROM tag_groups ORDER BY name');
    expect(groups.map(({ name }) => name)).toEqual(['兴趣', '风格']);
    expect(new Set(groups.map((group) => group.id)).size).toBe(2);
    expect(groups.every((group) => isId(group.id))).toBe(true);
    const kept = plainRows(
      database(),
      `SELECT tags.id, tag_groups.name AS "group", tags.name AS value, customer_count AS count FROM tags
       JOIN tag_groups ON tag_groups.id = tags.group_id ORDER BY tags.id`,
    );
    expect(kept).toEqual(tags.map(({ bearers, ...tag }) => ({ ...tag, count: bearers.length })));
    expect(
      plainRows(database(), 'SELECT customer_id, tag_id, source, tagged_on FROM customer_tags ORDER BY customer_id'),
    ).toEqual([
      { customer_id: id(1), tag_id: id(11), source: 'survey', tagged_on: '2026-11-01' },
      { customer_id: id(2), tag_id: id(11), source: 'by_hand', tagged_on: '2026-11-01' },
      { customer_id: id(3), tag_id: id(13), source: 'by_hand', tagged_on: '2026-11-01' },
    ]);
    plainRun(database(), 'DELETE FROM customers WHERE id = @id', { id: id(3) });
    expect(plainRows(database(), 'SELECT id FROM tags WHERE customer_count = 0 ORDER BY id')).toEqual([
      { id: id(12) },
      { id: id(13) },
    ]);
  },
});
