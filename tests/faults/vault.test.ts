import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keyring } from '../../electron/vault/vault.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';
import type { TestGate } from './support/gate.ts';

/** What nobody may find in a file of a locked store. */
const NAME = '尉迟敏仪';
const PHONE = '13800002210';
const NOTE = 'allergic to ammonia, told us herself';

/** A keyring of one PC: it opens what it sealed itself. */
const keyringOf = (pc: number): Keyring => ({
  seal: (bytes) => Uint8Array.from([pc, ...bytes.map((byte) => byte ^ pc)]),
  open: (sealed) => (sealed[0] === pc ? sealed.subarray(1).map((byte) => byte ^ pc) : null),
});
const [desk, newPc] = [keyringOf(7), keyringOf(9)];

let storePath: string;
let shop: TestGate;
beforeEach(async () => {
  storePath = join(makeTestFolder(), 'shop.regulars');
  shop = await openTestGate(storePath, undefined, desk);
  await shop.call('customers.create', { name: NAME, phone: PHONE, note: NOTE });
});
afterEach(() => closeAll());

const peopleOf = async (gate: TestGate) => (await gate.call('customers.list', {})).rows.map(({ name }) => name);
const search = async (gate: TestGate) => (await gate.call('customers.search', { text: 'yuchi' })).hits.map(({ name }) => name);
/** Files of the folder that hold a person's words as they are. */
const readable = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return [NAME, PHONE, NOTE].some((word) => bytes.includes(word));
    })
    .map(({ name }) => name);

describe('encryption at rest (R191)', () => {
  it('leaves no word of anybody in any file of the shop, and loses none', async () => {
    const folder = dirname(storePath);
    expect(readable(folder)).not.toEqual([]);
    const words = await shop.call('vault.encrypt', {});
    expect([words.chinese.length, words.english.length]).toEqual([12, 12]);
    expect(await peopleOf(shop)).toEqual([NAME]);
    expect(await search(shop)).toEqual([NAME]);
    await shop.call('customers.create', { name: `${NAME}之女`, note: NOTE });
    expect(readable(folder)).toEqual([]);
    expect(await shop.call('vault.status', {})).toEqual({
      isEncrypted: true,
      isLocked: false,
      opensByItself: true,
      hasPassphrase: false,
      hasKeyring: true,
      plainCopies: [],
    });
    await closeAll({ keepFolders: true });
    expect(readable(folder)).toEqual([]);
    expect(readFileSync(storePath, 'latin1').startsWith('SQLite')).toBe(false);
    const nextMorning = await openTestGate(storePath, undefined, desk);
    expect(await peopleOf(nextMorning)).toHaveLength(2);
  });

  it('opens on a new PC with the code alone, said in either language, and from then on by itself', async () => {
    const words = await shop.call('vault.encrypt', {});
    await closeAll({ keepFolders: true });
    const moved = await openTestGate(storePath, undefined, newPc);
    await expect(moved.call('customers.list', {})).rejects.toMatchObject({ code: 'store_locked' });
    await expect(moved.call('backups.status', {})).rejects.toMatchObject({ code: 'store_locked' });
    expect(moved.gate.state()).toMatchObject({ ok: false, error: { code: 'store_locked' } });
    const wrong = [...words.chinese.slice(1), words.chinese[0]].join('');
    for (const code of [wrong, 'no code', words.english.slice(0, 11).join(' ')])
      await expect(moved.call('vault.unlockByCode', { code })).rejects.toMatchObject({ code: 'key_wrong' });
    await moved.call('vault.unlockByCode', { code: words.chinese.join('') });
    expect(await peopleOf(moved)).toEqual([NAME]);
    await closeAll({ keepFolders: true });
    const again = await openTestGate(storePath, undefined, newPc);
    expect(await peopleOf(again)).toEqual([NAME]);
    await closeAll({ keepFolders: true });
    const english = await openTestGate(storePath, undefined, null);
    await english.call('vault.unlockByCode', { code: words.english.join(' ').toUpperCase() });
    expect(await peopleOf(english)).toEqual([NAME]);
  });

  it('asks for a passphrase where the PC keeps no secrets, and opens with it', async () => {
    await closeAll({ keepFolders: true });
    const bare = await openTestGate(storePath);
    await expect(bare.call('vault.encrypt', {})).rejects.toMatchObject({ details: { reason: 'passphrase_needed' } });
    expect(await peopleOf(bare)).toEqual([NAME]);
    await bare.call('vault.encrypt', { passphrase: '开门大吉 2026' });
    await closeAll({ keepFolders: true });
    const morning = await openTestGate(storePath);
    await expect(morning.call('vault.unlockByPassphrase', { passphrase: '开门大吉 2025' })).rejects.toMatchObject({
      code: 'key_wrong',
    });
    await morning.call('vault.unlockByPassphrase', { passphrase: '开门大吉 2026' });
    expect(await peopleOf(morning)).toEqual([NAME]);
  });

  it('with a new code the lost sheet opens nothing', async () => {
    const lost = await shop.call('vault.encrypt', {});
    const found = await shop.call('vault.renewCode', {});
    await closeAll({ keepFolders: true });
    const moved = await openTestGate(storePath, undefined, newPc);
    await expect(moved.call('vault.unlockByCode', { code: lost.english.join(' ') })).rejects.toMatchObject({ code: 'key_wrong' });
    await moved.call('vault.unlockByCode', { code: found.english.join(' ') });
    expect(await peopleOf(moved)).toEqual([NAME]);
  });

  it('is done once: a second time is refused, and a key left from a first that was cut off is passed over', async () => {
    await shop.call('vault.encrypt', {});
    await expect(shop.call('vault.encrypt', {})).rejects.toMatchObject({ details: { reason: 'store_encrypted' } });
    const keys = readFileSync(`${storePath}.keys`);
    await closeAll();
    storePath = join(makeTestFolder(), 'other.regulars');
    const other = await openTestGate(storePath, undefined, newPc);
    await other.call('customers.create', { name: NAME });
    await closeAll({ keepFolders: true });
    writeFileSync(`${storePath}.keys`, keys);
    const cutOff = await openTestGate(storePath, undefined, newPc);
    expect(await peopleOf(cutOff)).toEqual([NAME]);
    await cutOff.call('vault.encrypt', {});
    expect(await peopleOf(cutOff)).toEqual([NAME]);
  });

  it('a damaged key file is named, and the store is not touched', async () => {
    await shop.call('vault.encrypt', {});
    await closeAll({ keepFolders: true });
    const before = readFileSync(storePath);
    writeFileSync(`${storePath}.keys`, '{}');
    const damaged = await openTestGate(storePath, undefined, desk);
    expect(damaged.gate.state()).toMatchObject({ ok: false, error: { code: 'keys_damaged' } });
    await expect(damaged.call('customers.list', {})).rejects.toMatchObject({ code: 'keys_damaged' });
    expect(readFileSync(storePath).equals(before)).toBe(true);
  });

  it('holds for backups: locked with the same key, proven, and one in the clear is locked on its way in', async () => {
    const stick = makeTestFolder();
    const plain = await shop.call('backups.create', { folder: shop.token(stick) });
    await shop.call('vault.encrypt', {});
    const locked = await shop.call('backups.create', { folder: shop.token(stick) });
    const lookAt = (file: string): Promise<unknown> => shop.call('backups.inspect', { file: shop.token(file) });
    expect(await lookAt(plain.file)).toMatchObject({ isLocked: false });
    expect(await lookAt(locked.file)).toMatchObject({ isLocked: true });
    expect(await shop.call('backups.verify', { file: shop.token(locked.file) })).toMatchObject({ ok: true, problems: [] });
    await shop.call('customers.create', { name: '后来的' });
    await shop.call('backups.restore', { file: shop.token(plain.file) });
    expect(await peopleOf(shop)).toEqual([NAME]);
    expect(readable(dirname(storePath))).toEqual([]);
    await shop.call('backups.restore', { file: shop.token(locked.file) });
    expect(await peopleOf(shop)).toEqual([NAME]);
    expect(readdirSync(stick).toSorted()).toEqual([basename(plain.file), basename(locked.file)].toSorted());
    const stranger = await openTestGate(join(makeTestFolder(), 'stranger.regulars'));
    await expect(stranger.call('backups.inspect', { file: stranger.token(locked.file) })).rejects.toMatchObject({
      code: 'backup_locked',
    });
  });

  it('a stick found by somebody tells nothing; with the code alone the backup becomes the store of a new PC (S4)', async () => {
    const stick = makeTestFolder();
    const words = await shop.call('vault.encrypt', {});
    const { file } = await shop.call('backups.create', { folder: shop.token(stick) });
    await closeAll({ keepFolders: true });
    expect(readable(stick)).toEqual([]);
    const newStore = join(makeTestFolder(), 'shop.regulars');
    const elsewhere = await openTestGate(newStore, undefined, newPc);
    const token = elsewhere.token(file);
    const wrong = [...words.chinese.slice(1), words.chinese[0]].join('');
    await expect(elsewhere.call('backups.restore', { file: token })).rejects.toMatchObject({ code: 'backup_locked' });
    await expect(elsewhere.call('backups.restore', { file: token, code: wrong })).rejects.toMatchObject({ code: 'key_wrong' });
    expect(await peopleOf(elsewhere)).toEqual([]);
    const code = words.chinese.join(' ');
    expect(await elsewhere.call('backups.inspect', { file: token, code })).toMatchObject({
      isLocked: true,
      counts: { customers: 1 },
    });
    await elsewhere.call('backups.restore', { file: token, code });
    expect(await peopleOf(elsewhere)).toEqual([NAME]);
    expect(readable(dirname(newStore))).toEqual([]);
    await closeAll({ keepFolders: true });
    // From now on this PC opens it by itself, and its backups carry the same code.
    const morning = await openTestGate(newStore, undefined, newPc);
    expect(await peopleOf(morning)).toEqual([NAME]);
    await morning.call('backups.undoRestore', {});
    expect(await peopleOf(morning)).toEqual([]);
  });

  it('a backup of another locked shop takes on the lock of this one (S4)', async () => {
    const words = await shop.call('vault.encrypt', {});
    const { file } = await shop.call('backups.create', { folder: shop.token(makeTestFolder()) });
    const otherPath = join(makeTestFolder(), 'other.regulars');
    const other = await openTestGate(otherPath, undefined, newPc);
    const own = await other.call('vault.encrypt', {});
    await other.call('backups.restore', { file: other.token(file), code: words.english.join(' ') });
    expect(await peopleOf(other)).toEqual([NAME]);
    expect(readable(dirname(otherPath))).toEqual([]);
    await closeAll({ keepFolders: true });
    const code = await openTestGate(otherPath);
    await code.call('vault.unlockByCode', { code: own.english.join(' ') });
    expect(await peopleOf(code)).toEqual([NAME]);
  });

  it('an older backup, a store with its key beside it, still becomes the store with the code', async () => {
    const words = await shop.call('vault.encrypt', {});
    await closeAll({ keepFolders: true });
    const elsewhere = await openTestGate(join(makeTestFolder(), 'shop.regulars'), undefined, newPc);
    const token = elsewhere.token(storePath);
    await expect(elsewhere.call('backups.verify', { file: token })).rejects.toMatchObject({ code: 'backup_locked' });
    await elsewhere.call('backups.restore', { file: token, code: words.english.join(' ') });
    expect(await peopleOf(elsewhere)).toEqual([NAME]);
  });

  it('finds one changed byte in any page', async () => {
    await shop.call('vault.encrypt', {});
    const { file } = await shop.call('backups.create', { folder: shop.token(makeTestFolder()) });
    const whole = readFileSync(file);
    const pages = Math.floor(whole.length / 4096);
    for (let page = 0; page < pages; page += Math.ceil(pages / 40)) {
      const bytes = Buffer.from(whole);
      const at = page * 4096 + ((page * 131) % 4096);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      const target = join(makeTestFolder(), `page-${page}.regulars`);
      writeFileSync(target, bytes);
      expect((await shop.call('backups.verify', { file: shop.token(target) })).ok, `page ${page}`).toBe(false);
    }
  });

  it('names the copies that still lie in the clear and removes them when asked', async () => {
    const stick = makeTestFolder();
    const plain = await shop.call('backups.create', { folder: shop.token(stick) });
    await shop.call('backups.restore', { file: shop.token(plain.file) });
    await shop.call('vault.encrypt', {});
    const { plainCopies } = await shop.call('vault.status', {});
    expect(plainCopies).toHaveLength(1);
    expect((await shop.call('vault.removePlainCopies', {})).removed).toEqual(plainCopies);
    expect(readable(dirname(storePath))).toEqual([]);
    expect(existsSync(storePath)).toBe(true);
  });
});
