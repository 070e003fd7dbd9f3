import { describe, expect, test } from 'vitest';
import { internalHandlers, storeHandlers, studyHandlers } from '../../electron/handlers/index.ts';
import { describeContract, operations } from '../../shared/contract.ts';
import { auditKinds, maskings, permissions } from '../../shared/contract/operation.ts';
import { placesOf } from '../../shared/contract/masking.ts';
import type { OperationKind } from '../../shared/contract/operation.ts';

const all = describeContract();
const namesOf = (...kinds: OperationKind[]): string[] =>
  all
    .filter((operation) => kinds.includes(operation.kind))
    .map(({ name }) => name)
    .sort();

/** Every object schema within a JSON Schema, with its place. */
const objectsWithin = (node: unknown, path = ''): { path: string; schema: object }[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && node.type === 'object' ? [{ path, schema: node }] : [];
  return [...own, ...Object.entries(node).flatMap(([name, child]) => objectsWithin(child, `${path}/${name}`))];
};

describe('the contract is the single list', () => {
  test('every query and command has a handler in the store worker, and no handler is unlisted', () => {
    expect(Object.keys(storeHandlers).sort()).toEqual(namesOf('query', 'command'));
  });

  test('every study has a handler in the engine worker, and no handler is unlisted', () => {
    expect(Object.keys(studyHandlers).sort()).toEqual(namesOf('study'));
  });

  test('what only the engine may ask of the writer is in no list that the gate reads', () => {
    expect(Object.keys(internalHandlers).filter((name) => operations.has(name))).toEqual([]);
  });
});

const toObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** The largest `limit` that an input accepts; none when it has no such field. */
const limitsOf = (input: unknown): number[] =>
  objectsWithin(input).flatMap(({ schema }) => {
    const limit = JSON.stringify('properties' in schema ? schema.properties : {}).match(/"limit":(.*?)"maximum":(\d+)/);
    return limit ? [Number(limit[2])] : [];
  });

describe('every operation', () => {
  test('names a permission that sessions can hold', () => {
    expect(all.filter(({ permission }) => !permissions.includes(permission))).toEqual([]);
  });

  test('says what the audit log gets and where personal data is masked (R192)', () => {
    const marks: readonly string[] = ['none', ...auditKinds];
    expect(all.filter(({ audit, masks }) => !marks.includes(audit) || !maskings.includes(masks))).toEqual([]);
  });

  test('says so when its answer holds free texts or ways to reach a person, which the gate masks (R192)', () => {
    // A text about nobody (a product, a file's name) is `plainText`; 'file' masks what is written.
    const wrong = [...operations].flatMap(([name, { masks, output }]) => {
      const isMasked = placesOf(output) !== null;
      return masks === 'file' || (masks === 'answer') === isMasked ? [] : [`${name}: ${isMasked ? 'answer' : 'none'}`];
    });
    expect(wrong).toEqual([]);
  });

  test('that takes data out of the shop, brings it back or changes rights is audited (R192)', () => {
    const demanding = [
      'exports.run',
      'backups.restore',
      'customers.remove',
      'loyalty.adjust',
      'vault.manage',
      'staff.permissions',
    ];
    const silent = all.filter(
      ({ kind, permission, audit }) => kind !== 'query' && demanding.includes(permission) && audit === 'none',
    );
    // Looks at a file before anything is done.
    const looks = ['pointsFiles.inspect', 'pointsFiles.preview', 'pointsFiles.previewRows'];
    expect(silent.map(({ name }) => name)).toEqual([...looks, 'shell.chooseTarget']);
  });

  test('that writes needs a right to write, and one that reads needs none', () => {
    const isReading = (permission: string): boolean => permission.endsWith('.read');
    expect(all.filter(({ kind, permission }) => kind === 'command' && isReading(permission))).toEqual([]);
    expect(all.filter(({ kind, permission }) => kind === 'query' && permission.endsWith('.write'))).toEqual([]);
  });

  test('is named area.verb', () => {
    expect(all.filter(({ name }) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  });

  test('is described by plain JSON Schema, input and output', () => {
    expect(all.length).toBe(operations.size);
    const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    for (const { name, input, output } of all) {
      expect({ name, input, output }).toEqual(throughJson({ name, input, output }));
      expect({ name, ...toObject(input) }).toHaveProperty('type', 'object');
      for (const schema of [input, output]) expect({ name, ...toObject(schema) }).toHaveProperty('$schema');
    }
  });

  test('accepts no field that it does not know, at any depth', () => {
    const open = all.flatMap(({ name, input }) =>
      objectsWithin(input)
        .filter(({ schema }) => !('additionalProperties' in schema) || schema.additionalProperties !== false)
        .map(({ path }) => `${name} ${path}`),
    );
    expect(open).toEqual([]);
  });

  test('brings at most 200 rows over the bridge', () => {
    const limits = all.flatMap(({ name, input }) => limitsOf(input).map((limit) => ({ name, limit })));
    expect(limits.length).toBeGreaterThan(5);
    expect(limits.filter(({ limit }) => limit > 200)).toEqual([]);
  });
});
