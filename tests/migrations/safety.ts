import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

const PRODUCT = '00000000-0000-7000-8005-000000000001';
const sha = (character: string): string => character.repeat(64);

/** To version 50: products need no patch test until told so; the bytes of attachments are counted, and go with the last of them. */
export const safetyStep = (database: () => StoreDatabase) => {
  const used = (): unknown => plainRows(database(), 'SELECT bytes FROM attachment_usage');
  const attach = (id: string, content: string, thumbnail: string): void => {
    plainRun(
      database(),
      `INSERT INTO attachments (id, customer_id, name, media_type, sha256, thumbnail_sha256, taken_on, created_at)
       VALUES (@id, @customer, 'a.jpg', 'image/jpeg', @content, @thumbnail, '2026-11-20', 0)`,
      { id, customer: customerIdOf(1), content, thumbnail },
    );
  };
  return {
    insertBefore: () => {
      fillDatabase(database());
      plainRun(
        database(),
        `INSERT INTO products (id, name, name_pinyin, initials, price_cents, created_at, changed_at) VALUES ('${PRODUCT}', '染发', 'ran fa', 'rf', 28000, 0, 0)`,
      );
    },
    expectAfter: () => {
      expect(plainRows(database(), 'SELECT id, patch_test_days FROM products')).toEqual([{ id: PRODUCT, patch_test_days: null }]);
      expect(used()).toEqual([{ bytes: 0 }]);
      const put = (digest: string, content: string) =>
        plainRun(
          database(),
          `INSERT INTO attachment_blobs VALUES (@digest, length(CAST(@content AS BLOB)), CAST(@content AS BLOB))`,
          {
            digest: sha(digest),
            content,
          },
        );
      put('a', 'twelve bytes');
      put('b', 'four');
      expect(used()).toEqual([{ bytes: 16 }]);
      attach('one', sha('a'), sha('b'));
      attach('two', sha('a'), sha('b'));
      plainRun(database(), `DELETE FROM attachments WHERE id = 'one'`);
      expect(used()).toEqual([{ bytes: 16 }]);
      plainRun(database(), `DELETE FROM attachments WHERE id = 'two'`);
      expect(used()).toEqual([{ bytes: 0 }]);
      expect(() => put('c', 'x') && plainRun(database(), `UPDATE attachment_blobs SET content = x'00'`)).toThrow();
    },
  };
};
