import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as property, fc } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyFilePath, readKeyFile, writeKeyFile } from './keyFile.ts';
import { makeRecoveryCode, parseRecoveryCode, recoveryCode, recoveryWords } from './recoveryCode.ts';
import { makeVault, openByCode, openByKeyring, openByPassphrase, resealed, withNewCode } from './vault.ts';
import type { Keyring } from './vault.ts';

/** A keyring of one PC: it opens what it sealed itself. */
const keyringOf = (pc: number): Keyring => ({
  seal: (bytes) => Uint8Array.from([pc, ...bytes.map((byte) => byte ^ pc)]),
  open: (sealed) => (sealed[0] === pc ? sealed.subarray(1).map((byte) => byte ^ pc) : null),
});

describe('a recovery code (R191)', () => {
  property.prop([fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.constantFrom('zh-CN', 'en')])(
    'is read back from its words, however they were set out',
    (bytes, language) => {
      const code = parseRecoveryCode(recoveryWords(recoveryCode(bytes), language).join(' '));
      expect(code && [...code]).toEqual([...bytes]);
      const words = code ? recoveryWords(code, language) : [];
      expect(words).toHaveLength(12);
      const numbered = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n');
      expect(parseRecoveryCode(numbered)).toEqual(code);
      expect(parseRecoveryCode(words.map((word) => word.slice(0, 4)).join(' '))).toEqual(code);
    },
  );

  it('with two words changed places, one missing, one of no list, or another script among them is none, fifteen times of sixteen', () => {
    const swaps = Array.from({ length: 64 }, () => {
      const words = [...recoveryWords(makeRecoveryCode(), 'zh-CN')];
      [words[0], words[1]] = [words[1] ?? '', words[0] ?? ''];
      return parseRecoveryCode(words.join(''));
    });
    expect(swaps.filter((found) => found === null).length).toBeGreaterThan(32);
    const words = recoveryWords(makeRecoveryCode(), 'en');
    expect(parseRecoveryCode(words.slice(1).join(' '))).toBeNull();
    expect(parseRecoveryCode([...words.slice(1), 'xylophone'].join(' '))).toBeNull();
    expect(parseRecoveryCode(`${words.join(' ')} 的`)).toBeNull();
    expect(parseRecoveryCode('')).toBeNull();
  });
});

describe('a vault', () => {
  let vault: Awaited<ReturnType<typeof makeVault>>;
  beforeAll(async () => {
    vault = await makeVault(keyringOf(7), '每天早上的口令 1');
  });

  it('opens by its code, its PC and its passphrase, with the same key', async () => {
    expect(vault.key).toHaveLength(32);
    expect(await openByCode(vault.keys, vault.code)).toEqual(vault.key);
    expect(openByKeyring(vault.keys, keyringOf(7))).toEqual(vault.key);
    expect(await openByPassphrase(vault.keys, '每天早上的口令 1')).toEqual(vault.key);
  });

  it('stays shut for another code, another PC, another passphrase, and none', async () => {
    expect(await openByCode(vault.keys, makeRecoveryCode())).toBeNull();
    expect(openByKeyring(vault.keys, keyringOf(8))).toBeNull();
    expect(openByKeyring(vault.keys, null)).toBeNull();
    expect(await openByPassphrase(vault.keys, '每天早上的口令 2')).toBeNull();
    const { keys } = await makeVault(null, null);
    expect(keys.keyring).toBeNull();
    expect(await openByPassphrase(keys, '')).toBeNull();
  });

  it('holds no key in the clear, and one seal does not pass for another', async () => {
    const text = JSON.stringify(vault.keys);
    const key = Buffer.from(vault.key);
    for (const form of [key.toString('base64'), key.toString('hex'), Buffer.from(vault.code).toString('hex')])
      expect(text).not.toContain(form);
    const swapped = { ...vault.keys, recoveryCode: vault.keys.passphrase ?? vault.keys.recoveryCode };
    expect(await openByCode(swapped, vault.code)).toBeNull();
    const otherKey = { ...vault.keys, keyId: '018f0000-0000-7000-8000-000000000000' };
    expect(await openByCode(otherKey, vault.code)).toBeNull();
  });

  it('opens by the code alone on a new PC, which then opens by itself; under a new code the old sheet opens nothing', async () => {
    const moved = await resealed(vault.keys, vault.key, keyringOf(9), null);
    expect(openByKeyring(moved, keyringOf(9))).toEqual(vault.key);
    expect(openByKeyring(moved, keyringOf(7))).toBeNull();
    expect(await openByPassphrase(moved, '每天早上的口令 1')).toBeNull();
    const renewed = await withNewCode(moved, vault.key);
    expect(await openByCode(renewed.keys, vault.code)).toBeNull();
    expect(await openByCode(renewed.keys, renewed.code)).toEqual(vault.key);
  });

  it('is written and read whole; a damaged file says so, a missing one means a store in the clear', async () => {
    const store = join(mkdtempSync(join(tmpdir(), 'regulars-vault-')), 'shop.regulars');
    expect(await readKeyFile(store)).toBeNull();
    await writeKeyFile(store, vault.keys);
    expect(await readKeyFile(store)).toEqual(vault.keys);
    expect(readdirSync(join(store, '..'))).toEqual(['shop.regulars.keys']);
    const text = readFileSync(keyFilePath(store), 'utf8');
    for (const broken of [text.slice(0, -20), text.replace('"n": 131072', '"n": 1073741824'), '', '[]']) {
      writeFileSync(keyFilePath(store), broken);
      await expect(readKeyFile(store)).rejects.toMatchObject({ code: 'keys_damaged' });
    }
  });
});
