import fc from 'fast-check';
import { z } from 'zod';
import { describeContract } from '../../../shared/contract.ts';
import type { OperationDescription } from '../../../shared/contract.ts';

const typeSchema = z.enum(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);

/** The part of JSON Schema that the contract's inputs use. */
const nodeSchema = z.object({
  type: z.union([typeSchema, z.array(typeSchema)]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxItems: z.int().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
  get items() {
    return nodeSchema.optional();
  },
  get anyOf() {
    return z.array(nodeSchema).optional();
  },
  get oneOf() {
    return z.array(nodeSchema).optional();
  },
});
type Node = z.output<typeof nodeSchema>;

const WORDS = [
  '王芳',
  '欧阳 小满',
  '13800138000',
  '龙井',
  "'; DROP TABLE visits; --",
  '%_\\',
  '<script>',
  '"*',
  '‮',
  '👩‍👧',
  '0',
  ' a ',
];

const text = (node: Node): fc.Arbitrary<string> => {
  const minLength = node.minLength ?? 0;
  const maxLength = Math.min(node.maxLength ?? 40, 60);
  const fitting = WORDS.filter((word) => word.length >= minLength && word.length <= maxLength);
  return fc.oneof(
    fc.string({ minLength, maxLength, unit: 'grapheme' }),
    fc.constantFrom(...(fitting.length > 0 ? fitting : ['x'])),
  );
};

/** Days around the present one, leap days, and the ends of the calendar. */
const day = fc.oneof(
  fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2024-02-29', '1970-01-01', '1000-01-01', '9999-12-31', '2026-02-30'),
);

const whole = ({ minimum, maximum }: Node): fc.Arbitrary<number> => {
  const least = Math.max(minimum ?? -1e9, Number.MIN_SAFE_INTEGER);
  const most = Math.min(maximum ?? 1e9, Number.MAX_SAFE_INTEGER);
  const small = fc.integer({
    min: Math.trunc(Math.max(least, Math.min(-20, most))),
    max: Math.trunc(Math.min(most, Math.max(300, least))),
  });
  return fc.oneof({ weight: 4, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(least, most) });
};

/** Ids that are somebody's, by the name of the field that asks for one. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

const idFor = (field: string, ids: KnownIds): fc.Arbitrary<string> => {
  const fitting = ids[field] ?? [];
  return fc.oneof(
    { weight: fitting.length > 0 ? 12 : 0, arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : [''])) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(ids).flat()) },
    { weight: 1, arbitrary: fc.uuid() },
  );
};

/** Values of the shape that a schema describes; ids are mostly somebody's, so that handlers get to work. */
const shaped = (node: Node, ids: KnownIds, field = ''): fc.Arbitrary<unknown> => {
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => shaped(choice, ids, field)));
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  if (Array.isArray(node.type)) return fc.oneof(...node.type.map((type) => shaped({ ...node, type }, ids, field)));
  switch (node.type) {
    case 'object': {
      const fields = Object.entries(node.properties ?? {}).map(([name, child]): [string, fc.Arbitrary<unknown>] => [
        name,
        shaped(child, ids, name),
      ]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: node.required ?? [] });
    }
    case 'array':
      return fc.array(node.items ? shaped(node.items, ids, field) : fc.constant(null), {
        maxLength: Math.min(node.maxItems ?? 5, 5),
      });
    case 'string':
      if (node.pattern?.startsWith('^[0-9a-f]{8}') === true) return idFor(field, ids);
      return node.pattern === undefined ? text(node) : day;
    case 'integer':
      return whole(node);
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case undefined:
      return fc.anything();
  }
};

/** Anything that can cross a bridge, with the names that make trouble. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }),
  fc.dictionary(
    fc.constantFrom('customerId', 'lines', 'points', '__proto__', 'constructor', 'limit', 'jobId', 'file', 'changes'),
    fc.jsonValue(),
  ),
);

/** A payload of the right shape with one field missing, wrong or too many. */
const almost = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(good, fc.nat(), junk, fc.constantFrom('drop', 'spoil', 'add')).map(([value, index, other, how]) => {
    if (typeof value !== 'object' || value === null) return other;
    if (how === 'add') return { ...value, surplus: other };
    const names = Object.keys(value);
    const name = names[index % Math.max(1, names.length)] ?? 'nothing';
    const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
    return how === 'drop' ? rest : { ...rest, [name]: other };
  });

export interface PayloadCounts {
  readonly shaped: number;
  readonly almost: number;
  readonly junk: number;
}

/** The same payloads for an operation on every run. */
export const payloadsFor = (
  { name, input }: OperationDescription,
  ids: KnownIds,
  seed: number,
  counts: PayloadCounts,
): { name: string; input: unknown }[] => {
  const good = shaped(nodeSchema.parse(input), ids);
  const draw = (arbitrary: fc.Arbitrary<unknown>, numRuns: number): unknown[] =>
    numRuns === 0 ? [] : fc.sample(arbitrary, { seed, numRuns });
  return [...draw(good, counts.shaped), ...draw(almost(good), counts.almost), ...draw(junk, counts.junk)].map((payload) => ({
    name,
    input: payload,
  }));
};

export const everyOperation = describeContract();
