import { test as property, fc } from '@fast-check/vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRecoveryCode, parseRecoveryCode, recoveryCode, recoveryWords } from '../../electron/vault/recoveryCode.ts';
import { makeVault, openByCode } from '../../electron/vault/vault.ts';
import { readKeyFile, writeKeyFile } from '../../electron/vault/keyFile.ts';
import { recoveryDocument } from '../../shared/domain/recovery/document.ts';
import { recoveryQr } from '../../shared/domain/recovery/qr.ts';
import { recoveryText } from '../../shared/domain/recovery/text.ts';
import { localDate } from '../../shared/types/time.ts';
import { readQrPath } from '../helpers/qr.ts';

const languages = ['zh-CN', 'en'] as const;
const contentOf = (code: ReturnType<typeof makeRecoveryCode>, language: (typeof languages)[number], shopName = '小满造型') => ({
  shopName,
  madeOn: localDate('2026-11-21'),
  words: { chinese: recoveryWords(code, 'zh-CN'), english: recoveryWords(code, 'en') },
  language,
});

describe('the recovery sheet (R191)', () => {
  property.prop([fc.uint8Array({ minLength: 16, maxLength: 16 })], { numRuns: 40 })(
    'has a QR code that a reader gives back as the same code as its words',
    (bytes) => {
      const code = recoveryCode(bytes);
      const { path, size } = recoveryQr(recoveryWords(code, 'en'));
      const read = readQrPath(path, size);
      expect(read === null ? null : parseRecoveryCode(read)).toEqual(code);
      expect(parseRecoveryCode(recoveryWords(code, 'zh-CN').join(''))).toEqual(code);
    },
  );

  it('opens the store on another PC by what a scanner reads off the sheet itself, in both languages', async () => {
    const store = join(mkdtempSync(join(tmpdir(), 'regulars-sheet-')), 'shop.db');
    const vault = await makeVault(null, '每天早上的口令 1');
    await writeKeyFile(store, vault.keys);
    const keys = await readKeyFile(store);
    for (const language of languages) {
      const html = recoveryDocument(contentOf(vault.code, language));
      const [, size, path] = /viewBox="0 0 (\d+) \d+".*?<path d="([^"]+)"/s.exec(html) ?? [];
      const read = parseRecoveryCode(readQrPath(path ?? '', Number(size)) ?? '');
      expect(read && keys && [...((await openByCode(keys, read)) ?? [])]).toEqual([...vault.key]);
    }
  });

  it('says shop, day, steps and all words of both lists, and holds nothing that could run', () => {
    const code = makeRecoveryCode();
    for (const language of languages) {
      const html = recoveryDocument(contentOf(code, language, '<script>小满</script>'));
      const content = contentOf(code, language);
      expect(html).toContain('2026-11-21');
      expect(html).toContain('&#60;script&#62;小满');
      expect(html).not.toMatch(/<script|javascript:|https?:\/\/(?!www\.w3\.org\/2000\/svg)|\son\w+=/);
      for (const word of [...content.words.chinese, ...content.words.english]) expect(html).toContain(word);
      for (const step of recoveryText[language].newPcSteps) expect(html).toContain(step);
      expect(recoveryText[language].newPcSteps).toHaveLength(recoveryText.en.newPcSteps.length);
    }
    expect(recoveryDocument(contentOf(code, 'en', ' '))).toContain('This shop');
  });
});
