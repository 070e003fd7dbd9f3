import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { extractContainer, openContainer, readContainer } from '../../electron/container/read.ts';
import type { Openers } from '../../electron/container/read.ts';
import { writeContainer } from '../../electron/container/write.ts';
import { recoveryWords } from '../../electron/vault/recoveryCode.ts';
import { makeVault } from '../../electron/vault/vault.ts';
import { makeRandom } from '../../shared/domain/demo/random.ts';

const CHUNK = 1024 * 1024;
const TAG = 16;
/** What must come out by no way but the whole one. */
const SECRET = 'what the customer told us herself';

let folder: string;
let source: string;
let content: Buffer;
let vault: Awaited<ReturnType<typeof makeVault>>;
let own: Openers;
let outside: Openers;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-container-'));
  source = join(folder, 'copy.db');
  const random = makeRandom(20_261);
  content = Buffer.from(Uint8Array.from({ length: 2 * CHUNK + 300_000 }, () => random.whole(0, 255)));
  for (let at = 0; at < content.length - SECRET.length; at += 50_000) content.write(SECRET, at);
  writeFileSync(source, content);
  vault = await makeVault(null, '开门大吉 2026');
  own = { own: { keyId: vault.keys.keyId, storeKey: vault.key }, code: null };
  outside = { own: null, code: recoveryWords(vault.code, 'en').join(' ') };
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const write = async (isLocked = true, partBytes?: number): Promise<string> => {
  made += 1;
  const path = join(folder, `backup-${made}.rgbackup`);
  await writeContainer(source, path, {
    content: {
      backupId: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`,
      storeId: 'one shop',
      program: '0.1.0',
      schema: 170,
      createdAt: 1_795_000_000_000,
      info: { shopName: '小满造型' },
    },
    locked: isLocked ? { keys: vault.keys, storeKey: vault.key } : null,
    ...(partBytes !== undefined && { partBytes }),
  });
  return path;
};

const out = (): string => join(folder, 'out.db');
beforeEach(() => {
  rmSync(out(), { force: true });
});

/** Opens the backup wholly; the code of the refusal, or null when it came out. Whatever was refused must have left nothing. */
const refusal = async (path: string, openers: Openers = own): Promise<string | null> => {
  rmSync(out(), { force: true });
  try {
    const container = await readContainer(path);
    if (!container) return 'not a backup';
    await extractContainer(await openContainer(container, openers), out());
    return null;
  } catch (error) {
    expect(existsSync(out())).toBe(false);
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('a backup file (S4, R191)', () => {
  it('gives back every byte, to the shop itself and elsewhere with the recovery code alone', async () => {
    const path = await write();
    expect(await refusal(path)).toBeNull();
    expect(readFileSync(out()).equals(content)).toBe(true);
    expect(await refusal(path, outside)).toBeNull();
    expect(readFileSync(out()).equals(content)).toBe(true);
  });

  it('tells a stranger when it was made and by what, and not a word of the shop', async () => {
    const path = await write();
    const bytes = readFileSync(path);
    for (const word of [SECRET, '小满造型']) expect(bytes.includes(word)).toBe(false);
    expect((await readContainer(path))?.header).toMatchObject({ program: '0.1.0', schema: 170, createdAt: 1_795_000_000_000 });
    expect(await refusal(path, { own: null, code: null })).toBe('backup_locked');
  });

  it('does not carry the passphrase or the keyring of this PC: only the printed code opens it elsewhere', async () => {
    const keys = (await readContainer(await write()))?.header.keys;
    expect(keys).toMatchObject({ keyId: vault.keys.keyId, passphrase: null, keyring: null });
  });

  it('is refused with another code, no code, and another key', async () => {
    const path = await write();
    const other = await makeVault(null, 'another shop');
    expect(await refusal(path, { own: null, code: recoveryWords(other.code, 'zh-CN').join('') })).toBe('key_wrong');
    expect(await refusal(path, { own: null, code: 'no code at all' })).toBe('key_wrong');
    expect(await refusal(path, { own: { keyId: vault.keys.keyId, storeKey: other.key }, code: null })).toBe('backup_invalid');
  });

  it('of a shop that is not locked is proven just the same, and says that anyone can read it', async () => {
    const path = await write(false);
    expect(await refusal(path, { own: null, code: null })).toBeNull();
    expect(readFileSync(out()).equals(content)).toBe(true);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
    writeFileSync(path, bytes);
    expect(await refusal(path, { own: null, code: null })).toBe('backup_invalid');
  });
});

describe('one flipped bit (R4, S4)', () => {
  it('is found wherever it lies: in every part of the header, in chunks, in tags, at the end', async () => {
    const path = await write();
    const whole = readFileSync(path);
    const headerEnd = (await readContainer(path))?.encoded.bytes.length ?? 0;
    const position = fc.oneof(
      fc.integer({ min: 0, max: headerEnd - 1 }),
      fc.integer({ min: headerEnd, max: whole.length - 1 }),
      fc.integer({ min: whole.length - 2 * TAG, max: whole.length - 1 }),
      fc.integer({ min: headerEnd + CHUNK - TAG, max: headerEnd + CHUNK + 2 * TAG }),
    );
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(path, bytes);
        expect(await refusal(path), `byte ${at} bit ${bit}`).not.toBeNull();
      }),
      { numRuns: 300, seed: 4096 },
    );
    writeFileSync(path, whole);
    expect(await refusal(path)).toBeNull();
  });

  it('is found in every 4 KiB block', async () => {
    const path = await write();
    const whole = readFileSync(path);
    const random = makeRandom(4096);
    const unseen: number[] = [];
    for (let block = 0; block * 4096 < whole.length; block += 1) {
      const at = Math.min(whole.length - 1, block * 4096 + random.whole(0, 4095));
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.whole(0, 7)), at);
      writeFileSync(path, bytes);
      if ((await refusal(path)) === null) unseen.push(at);
    }
    expect(unseen).toEqual([]);
    expect(Math.ceil(whole.length / 4096)).toBeGreaterThan(500);
  });
});

describe('cut, lengthened, reordered, spliced (S4)', () => {
  it('is refused at whatever byte it ends', async () => {
    const path = await write();
    const whole = readFileSync(path);
    const headerEnd = (await readContainer(path))?.encoded.bytes.length ?? 0;
    const cuts = [
      0,
      7,
      14,
      200,
      headerEnd - 1,
      headerEnd,
      headerEnd + TAG,
      headerEnd + CHUNK + TAG,
      whole.length - TAG,
      whole.length - 1,
    ];
    for (const length of cuts) {
      writeFileSync(path, whole.subarray(0, length));
      expect(await refusal(path), `cut at ${length}`).not.toBeNull();
    }
    for (const more of [Buffer.alloc(1), whole.subarray(headerEnd), Buffer.alloc(CHUNK)]) {
      writeFileSync(path, Buffer.concat([whole, more]));
      expect(await refusal(path)).toBe('backup_invalid');
    }
  });

  it('is refused when its size is right but a chunk stands elsewhere, twice, or comes from another backup of the same shop', async () => {
    const [path, other] = [await write(), await write()];
    const [whole, foreign] = [readFileSync(path), readFileSync(other)];
    const headerEnd = (await readContainer(path))?.encoded.bytes.length ?? 0;
    const chunk = (from: Buffer, index: number): Buffer =>
      from.subarray(headerEnd + index * (CHUNK + TAG), Math.min(from.length, headerEnd + (index + 1) * (CHUNK + TAG)));
    const header = whole.subarray(0, headerEnd);
    expect(foreign.length).toBe(whole.length);
    const assembled: Readonly<Record<string, Buffer[]>> = {
      'two chunks changed places': [header, chunk(whole, 1), chunk(whole, 0), chunk(whole, 2)],
      'a chunk twice': [header, chunk(whole, 0), chunk(whole, 0), chunk(whole, 2)],
      'a chunk of another backup': [header, chunk(whole, 0), chunk(foreign, 1), chunk(whole, 2)],
      'the end of another backup': [header, chunk(whole, 0), chunk(whole, 1), chunk(foreign, 2)],
      'the header of another backup': [foreign.subarray(0, headerEnd), whole.subarray(headerEnd)],
    };
    for (const [what, pieces] of Object.entries(assembled)) {
      writeFileSync(path, Buffer.concat(pieces));
      expect(await refusal(path), what).toBe('backup_invalid');
    }
    writeFileSync(path, Buffer.concat([header, chunk(whole, 0), chunk(whole, 1), chunk(whole, 2)]));
    expect(await refusal(path)).toBeNull();
  });

  it('is refused when the last whole chunk is passed off as the end', async () => {
    const path = await write();
    const whole = readFileSync(path);
    const container = await readContainer(path);
    const headerEnd = container?.encoded.bytes.length ?? 0;
    const text = whole.subarray(14, headerEnd - 32).toString('utf8');
    const shorter = text.replace(String(content.length), String(2 * CHUNK));
    const forged = Buffer.concat([
      whole.subarray(0, 14),
      Buffer.from(shorter),
      whole.subarray(headerEnd - 32, headerEnd + 2 * (CHUNK + TAG)),
    ]);
    writeFileSync(path, forged);
    expect(await refusal(path)).toBe('backup_invalid');
  });
});

describe('a backup in parts for FAT32 (R5)', () => {
  it('is one again, whichever part was chosen, and no part is larger than asked', async () => {
    const path = await write(true, 700_001);
    const parts = readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.`));
    expect(parts).toEqual([1, 2, 3, 4].map((number) => `${basename(path)}.00${number}`));
    for (const name of parts) expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(700_001);
    for (const chosen of [path, `${path}.001`, `${path}.003`]) {
      expect(await refusal(chosen)).toBeNull();
      expect(readFileSync(out()).equals(content)).toBe(true);
    }
  });

  it('is refused with a part missing, which is named, and with two parts changed places', async () => {
    const path = await write(true, 700_001);
    const [second, third] = [readFileSync(`${path}.002`), readFileSync(`${path}.003`)];
    rmSync(`${path}.003`);
    await expect(
      readContainer(path).then(async (container) => container && extractContainer(await openContainer(container, own), out())),
    ).rejects.toMatchObject({ code: 'backup_part_missing', details: { file: `${basename(path)}.003` } });
    writeFileSync(`${path}.003`, second);
    writeFileSync(`${path}.002`, third);
    expect(await refusal(path)).toBe('backup_invalid');
  });
});
