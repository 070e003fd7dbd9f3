import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../../electron/store/audit.ts';
import { countStore } from '../../electron/store/backup.ts';
import { plainRows } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { copyBeforeVersion, migrate } from '../../electron/store/migrate.ts';
import { schemaVersion } from '../../electron/store/dataVersion.ts';
import { latestVersion, migrations } from '../../electron/store/migrations/index.ts';
import type { Migration } from '../../electron/store/migrations/index.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { fillDatabase } from '../faults/support/fill.ts';
import { appointmentsStep } from './appointments.ts';
import { auditStep } from './audit.ts';
import { checksStep } from './checks.ts';
import { backupsStep } from './backups.ts';
import { cardStep } from './card.ts';
import { careStep } from './care.ts';
import { careDueStep } from './careDue.ts';
import { exportsStep } from './exports.ts';
import { importFactsStep } from './importFacts.ts';
import { inactiveStep } from './inactive.ts';
import { privateStep } from './private.ts';
import { consentFilterStep } from './consentFilter.ts';
import { importStateStep } from './importState.ts';
import { tagChangesStep } from './tagChanges.ts';
import { importsStep } from './imports.ts';
import { keptDepositsStep } from './keptDeposits.ts';
import { listsStep } from './lists.ts';
import { measurementsStep } from './measurements.ts';
import { mergesStep } from './merges.ts';
import { privacyStep } from './privacy.ts';
import { safetyStep } from './safety.ts';
import { opportunitiesStep } from './opportunities.ts';
import { ordersStep } from './orders.ts';
import { recordedDraftsStep } from './recordedDrafts.ts';
import { serviceRecordsStep } from './serviceRecords.ts';
import { signedFormsStep } from './signedForms.ts';
import { staffStep } from './staff.ts';
import { salesStep } from './sales.ts';
import { tagsStep } from './tags.ts';
import { pointsStep, unusualPointsStep } from './points.ts';
import { couponFiguresStep, couponsStep } from './coupons.ts';
import { referralsStep } from './referrals.ts';
import { bonusesStep } from './bonuses.ts';
import { membershipsStep } from './memberships.ts';
import { stampsStep } from './stamps.ts';
import { valueCardsStep } from './valueCards.ts';
import { pendingPointsStep } from './pendingPoints.ts';
import { pointsFilesStep } from './pointsFiles.ts';
import { pointsConversionsStep } from './pointsConversions.ts';
import { growthStep } from './growth.ts';
import { referralCodesStep } from './referralCodes.ts';
import { advocatesStep } from './advocates.ts';
import { referralRewardsStep } from './referralRewards.ts';
import { giftsStep } from './gifts.ts';
import { rewardsStep } from './rewards.ts';
import { tasksStep } from './tasks.ts';
import { countCardsStep } from './countCards.ts';
import { ownSegmentsStep } from './ownSegments.ts';
import { reminderRulesStep } from './reminderRules.ts';
import { reminderSnoozesStep } from './reminderSnoozes.ts';
import { classChangesStep } from './classChanges.ts';
import { sharedEarningsStep } from './sharedEarnings.ts';
import { sharersStep } from './sharers.ts';
import { memberCardsStep } from './memberCards.ts';
import { cardTransfersStep } from './cardTransfers.ts';
import { storedValueTransfersStep } from './storedValueTransfers.ts';
import { sampleSetsStep } from './sampleSets.ts';
import { creditStep } from './credit.ts';
import { giftPartsStep } from './giftParts.ts';
import { keptGoodsStep } from './keptGoods.ts';
import { spendingPinsStep, spendingProofsStep } from './spendingPins.ts';
import { storedValueStep } from './storedValue.ts';
import { taskTemplatesStep } from './taskTemplates.ts';
import { commissionsStep } from './commissions.ts';
import { earningRulesStep, tiersStep } from './tiers.ts';
import { thingsStep } from './things.ts';

let folder: string;
let path: string;
let database: StoreDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-migrate-'));
  path = join(folder, 'shop.db');
  database = openStore(path);
});
afterEach(() => {
  closeStore(database);
  rmSync(folder, { recursive: true });
});

const tables = (): string[] =>
  plainRows<{ name: string }>(database, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).map(
    ({ name }) => name,
  );
const names = (): string[] =>
  plainRows<{ name: string }>(database, 'SELECT name FROM customers ORDER BY number').map(({ name }) => name);

/** What a step must carry over: rows as a store of the version before held them, and what they must be after. */
interface StepProof {
  insertBefore(): void;
  expectAfter(): void;
}

/** One proof a step, by the version it leads to. A step without one fails the test below. */
const proofs: Readonly<Record<number, StepProof>> = {
  10: {
    insertBefore: () => {
      expect(tables()).toEqual([]);
    },
    expectAfter: () => {
      fillDatabase(database);
      expect(countStore(database)).toMatchObject({ customers: 3, visits: 4, spendCents: 41_300 });
    },
  },
  20: cardStep(() => database),
  30: tagsStep(() => database),
  40: thingsStep(() => database),
  50: safetyStep(() => database),
  60: mergesStep(() => database),
  70: importsStep(() => database),
  80: listsStep(() => database),
  90: careStep(() => database),
  95: exportsStep(() => database),
  100: importFactsStep(() => database),
  110: inactiveStep(() => database),
  120: careDueStep(() => database),
  130: staffStep(() => database),
  140: auditStep(() => database),
  150: privacyStep(() => database),
  160: privateStep(() => database),
  170: backupsStep(() => database),
  180: tagChangesStep(() => database),
  190: checksStep(() => database),
  200: consentFilterStep(() => database),
  220: importStateStep(() => database),
  300: salesStep(() => database),
  310: ordersStep(() => database),
  320: serviceRecordsStep(() => database),
  322: signedFormsStep(() => database),
  330: appointmentsStep(() => database),
  340: measurementsStep(() => database),
  345: tasksStep(() => database),
  355: recordedDraftsStep(() => database),
  360: opportunitiesStep(() => database),
  362: keptDepositsStep(() => database),
  400: pointsStep(() => database),
  410: taskTemplatesStep(() => database),
  420: earningRulesStep(() => database),
  425: tiersStep(() => database),
  430: storedValueStep(() => database),
  440: countCardsStep(() => database),
  450: couponsStep(() => database),
  455: couponFiguresStep(() => database),
  460: referralsStep(() => database),
  461: referralRewardsStep(() => database),
  465: rewardsStep(() => database),
  466: giftsStep(() => database),
  470: creditStep(() => database),
  480: spendingPinsStep(() => database),
  482: memberCardsStep(() => database),
  484: storedValueTransfersStep(() => database),
  490: bonusesStep(() => database),
  492: growthStep(() => database),
  495: unusualPointsStep(() => database),
  496: pointsConversionsStep(() => database),
  500: commissionsStep(() => database),
  501: referralCodesStep(() => database),
  502: advocatesStep(() => database),
  503: sampleSetsStep(() => database),
  504: keptGoodsStep(() => database),
  505: giftPartsStep(() => database),
  506: spendingProofsStep(() => database),
  507: stampsStep(() => database),
  540: membershipsStep(() => database),
  550: pointsFilesStep(() => database),
  508: pendingPointsStep(() => database),
  510: cardTransfersStep(() => database),
  520: valueCardsStep(() => database),
  530: sharersStep(() => database),
  555: sharedEarningsStep(() => database),
  580: reminderSnoozesStep(() => database),
  590: ownSegmentsStep(() => database),
  595: classChangesStep(() => database),
  630: reminderRulesStep(() => database),
};

describe('each migration', () => {
  it.each(migrations.map((step) => [step.version, step.name] as const))('to version %i (%s) carries its rows over', (version) => {
    const proof = proofs[version];
    if (!proof) throw new Error(`version ${version} has no proof`);
    migrate(
      database,
      migrations.filter((step) => step.version < version),
    );
    proof.insertBefore();
    migrate(
      database,
      migrations.filter((step) => step.version <= version),
    );
    expect(schemaVersion(database)).toBe(version);
    proof.expectAfter();
    expect([...integrityProblems(database), ...foreignKeyProblems(database), ...auditProblems(database)]).toEqual([]);
  });

  it('has a number above the one before, in tens', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((left, right) => left - right));
    expect(versions[0]).toBe(10);
  });

  it('leaves every table STRICT', () => {
    migrate(database);
    const loose = plainRows<{ name: string; strict: number }>(
      database,
      `SELECT name, strict FROM pragma_table_list WHERE type = 'table'`,
    )
      .filter(({ name, strict }) => !name.startsWith('sqlite_') && strict === 0)
      .map(({ name }) => name);
    expect(loose).toEqual([]);
  });
});

const step = (version: number, sql: string): Migration => ({ version, name: `step ${version}`, sql });
const addColumn = step(latestVersion + 10, 'ALTER TABLE customers ADD COLUMN shoe_size INTEGER;');

describe('the runner', () => {
  beforeEach(() => {
    migrate(database);
    fillDatabase(database);
  });

  it('does nothing to a store of today, and keeps no copy', () => {
    migrate(database);
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
  });

  it('keeps a copy of the version before, which opens and holds everything', () => {
    migrate(database, [...migrations, addColumn]);
    expect(schemaVersion(database)).toBe(addColumn.version);
    const copy = openStore(copyBeforeVersion(path, latestVersion), { isReadonly: true });
    expect(schemaVersion(copy)).toBe(latestVersion);
    expect(countStore(copy)).toEqual(countStore(database));
    expect(integrityProblems(copy)).toEqual([]);
    closeStore(copy);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('leaves the version before when a step fails midway: the first steps stay, nothing of the failed one', () => {
    const failing = step(
      latestVersion + 20,
      'CREATE TABLE half (id TEXT) STRICT; DELETE FROM tags; INSERT INTO nowhere VALUES (1);',
    );
    const before = names();
    expect(() => {
      migrate(database, [...migrations, addColumn, failing]);
    }).toThrow();
    expect(schemaVersion(database)).toBe(addColumn.version);
    expect(tables()).not.toContain('half');
    expect(names()).toEqual(before);
    expect(database.connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses a step that would leave a row without the one it refers to', () => {
    const orphaning = step(latestVersion + 10, `DELETE FROM customers WHERE number = '1';`);
    expect(() => {
      migrate(database, [...migrations, orphaning]);
    }).toThrow(expect.objectContaining({ code: 'db_corrupt' }));
    expect(schemaVersion(database)).toBe(latestVersion);
    expect(names()).toHaveLength(3);
  });

  it('can rebuild a table that others refer to without losing a row of theirs', () => {
    const rebuilding = step(
      latestVersion + 10,
      `CREATE TABLE staff_new (id TEXT PRIMARY KEY, name TEXT NOT NULL, is_active INTEGER NOT NULL, created_at INTEGER NOT NULL) STRICT;
       INSERT INTO staff_new SELECT id, name, is_active, created_at FROM staff;
       DROP TABLE staff; ALTER TABLE staff_new RENAME TO staff;`,
    );
    const before = countStore(database);
    migrate(database, [...migrations, rebuilding]);
    expect(countStore(database)).toEqual(before);
    expect(foreignKeyProblems(database)).toEqual([]);
  });

  it('changes nothing through a connection that cannot write', () => {
    const closed = openStore(path, { isReadonly: true });
    expect(() => {
      migrate(closed, [...migrations, addColumn]);
    }).toThrow(expect.objectContaining({ code: 'db_readonly' }));
    closeStore(closed);
    expect(schemaVersion(database)).toBe(latestVersion);
  });
});

describe('a store from a newer version', () => {
  it('is refused with both versions named, and left as it is to the byte', () => {
    migrate(database);
    fillDatabase(database);
    database.connection.pragma('user_version = 9990');
    closeStore(database);
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(
      expect.objectContaining({ code: 'db_from_future', details: { version: 9990, supported: latestVersion } }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
    database = openStore(':memory:');
  });
});
