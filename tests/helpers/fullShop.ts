import { customFieldsHandlers } from '../../electron/handlers/customFields.ts';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { inactiveHandlers } from '../../electron/handlers/inactive.ts';
import { interestsHandlers } from '../../electron/handlers/interests.ts';
import { loyaltyHandlers } from '../../electron/handlers/loyalty.ts';
import { safetyHandlers } from '../../electron/handlers/safety.ts';
import { staffHandlers } from '../../electron/handlers/staff.ts';
import { tagsHandlers } from '../../electron/handlers/tags.ts';
import { thingsHandlers } from '../../electron/handlers/things.ts';
import { findOrCreateTag } from '../../electron/store/tags.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { PersonFacts } from './people.ts';
import type { TestStore } from './store.ts';

/** The shop's own setup, which no list of customers carries: its staff and its own fields of every type. */
export const setUpShop = ({ context, command }: TestStore) => {
  const field = (input: CallInput<'customFields.create'>) => {
    const { fieldId } = command(() =>
      customFieldsHandlers['customFields.create'](context, contract.customFields.create.input.parse(input)),
    );
    const { fields } = customFieldsHandlers['customFields.list'](context, { includeArchived: true });
    return { fieldId, options: fields.find(({ id }) => id === fieldId)?.options.map(({ id }) => id) ?? [] };
  };
  const { staffId } = command(() => staffHandlers['staff.create'](context, contract.staff.create.input.parse({ name: '小美' })));
  return {
    staffId,
    fields: {
      size: field({ name: '鞋码', type: 'text' }),
      weight: field({ name: '体重', type: 'number' }),
      since: field({ name: '入会', type: 'date' }),
      style: field({ name: '风格', type: 'choice', options: ['简约', '甜美'] }),
      likes: field({ name: '爱吃', type: 'choices', options: ['辣', '甜'] }),
      isMember: field({ name: '签约', type: 'yes_no' }),
      // Called like a column of the export itself.
      name: field({ name: '备注', type: 'text' }),
    },
  };
};
type Setup = ReturnType<typeof setUpShop>;

/** Writes a person with all their facts, each through its own command, as the card does. */
export const addPerson = (
  store: TestStore,
  setup: Setup,
  input: CallInput<'customers.create'>,
  facts: PersonFacts,
  before: readonly CustomerId[],
): CustomerId => {
  const { context, command } = store;
  const referrerId = facts.referrer === null ? undefined : before[facts.referrer];
  const { customerId } = command(() =>
    customersHandlers['customers.create'](
      context,
      contract.customers.create.input.parse({
        ...input,
        ...(facts.isOwned && { ownerId: setup.staffId }),
        ...(referrerId !== undefined && { referrerId }),
      }),
    ),
  );
  for (const date of facts.dates)
    command(() =>
      customersHandlers['customers.saveImportantDate'](
        context,
        contract.customers.saveImportantDate.input.parse({ customerId, ...date }),
      ),
    );
  for (const member of facts.family)
    command(() =>
      customersHandlers['customers.saveFamilyMember'](
        context,
        contract.customers.saveFamilyMember.input.parse({ customerId, ...member }),
      ),
    );
  for (const [at, contact] of facts.contacts.entries()) {
    const { methodId } = command(() =>
      customersHandlers['customers.saveContactMethod'](
        context,
        contract.customers.saveContactMethod.input.parse({ customerId, ...contact }),
      ),
    );
    command(() =>
      customersHandlers['customers.markContactMethod'](context, { customerId, methodId, isValid: at > 0, isVerified: at === 0 }),
    );
  }
  for (const { thing, until, isRetired } of facts.things) {
    const { thingId } = command(() =>
      thingsHandlers['things.save'](context, contract.things.save.input.parse({ customerId, ...thing })),
    );
    for (const fact of until) {
      const { factId } = command(() =>
        thingsHandlers['things.saveFact'](context, contract.things.saveFact.input.parse({ customerId, thingId, ...fact })),
      );
      if (fact.leadDays !== null)
        command(() =>
          thingsHandlers['things.renew'](
            context,
            contract.things.renew.input.parse({ customerId, factId, validUntil: '2027-03-01', renewedOn: '2026-03-01' }),
          ),
        );
    }
    if (isRetired)
      command(() =>
        thingsHandlers['things.retire'](
          context,
          contract.things.retire.input.parse({ customerId, thingId, retired: { on: '2026-01-02', because: 'sold' } }),
        ),
      );
  }
  command(() =>
    thingsHandlers['things.saveFact'](
      context,
      contract.things.saveFact.input.parse({ customerId, kind: 'eye_recheck', validUntil: '2027-01-01' }),
    ),
  );
  for (const wish of facts.wishes) {
    const { interestId } = command(() =>
      interestsHandlers['interests.save'](context, contract.interests.save.input.parse({ customerId, ...wish })),
    );
    if (wish.kind === 'wanted' && wish.wantedBy !== null)
      command(() => interestsHandlers['interests.settle'](context, { customerId, interestId, state: 'fulfilled' }));
  }
  for (const fact of facts.safety)
    command(() => safetyHandlers['safety.saveFact'](context, contract.safety.saveFact.input.parse({ customerId, ...fact })));
  for (const test of facts.tests)
    command(() =>
      safetyHandlers['safety.savePatchTest'](context, contract.safety.savePatchTest.input.parse({ customerId, ...test })),
    );
  command(() =>
    tagsHandlers['tags.tagCustomer'](
      context,
      contract.tags.tagCustomer.input.parse({
        customerId,
        add: facts.tags.map(({ group, name, source, taggedOn }) => ({
          tagId: findOrCreateTag(store.database, { groupName: group, name, newId: () => context.newId() }).tagId,
          source,
          taggedOn,
        })),
        remove: [],
      }),
    ),
  );
  const { size, weight, since, style, likes, isMember, name } = setup.fields;
  const values: CallInput<'customFields.saveValues'>['values'] = [
    { fieldId: size.fieldId, value: facts.own.size },
    { fieldId: weight.fieldId, value: facts.own.weight },
    { fieldId: since.fieldId, value: facts.own.since },
    { fieldId: style.fieldId, value: facts.own.style === null ? null : (style.options[facts.own.style] ?? null) },
    { fieldId: likes.fieldId, value: facts.own.likes === null ? null : facts.own.likes.flatMap((at) => likes.options[at] ?? []) },
    { fieldId: isMember.fieldId, value: facts.own.isMember },
    { fieldId: name.fieldId, value: facts.own.name },
  ];
  command(() =>
    customFieldsHandlers['customFields.saveValues'](
      context,
      contract.customFields.saveValues.input.parse({ customerId, values }),
    ),
  );
  if (facts.points > 0)
    command(() =>
      loyaltyHandlers['loyalty.adjust'](
        context,
        contract.loyalty.adjust.input.parse({ customerId, points: facts.points, reason: '带来' }),
      ),
    );
  if (facts.inactive !== null)
    command(() =>
      inactiveHandlers['inactive.set'](context, contract.inactive.set.input.parse({ customerId, inactive: facts.inactive })),
    );
  return customerId;
};

/** What tells two stores apart and is no fact about a person: ids, whose hand wrote it, and when. */
const unessential = [
  'id',
  'customer_id',
  'revision',
  'import_id',
  'staff_id',
  'created_at',
  'changed_at',
  'name_pinyin',
  'referrer_id',
  'owner_id',
  'fact_id',
  'thing_id',
  'tag_id',
  'field_id',
  'option_id',
  'slot',
  'product_id',
];

/** Every fact about every person, by their numbers, as the tables hold it: two shops that know the same have the same. */
export const knownOf = (store: TestStore): Readonly<Record<string, readonly string[]>> => {
  const reads: Readonly<Record<string, string>> = {
    customer: `SELECT customers.number AS "#", customers.*, referrer.number AS referrer, staff.name AS owner,
        (SELECT coalesce(sum(points), 0) FROM points_entries WHERE customer_id = customers.id) AS points
      FROM customers LEFT JOIN customers AS referrer ON referrer.id = customers.referrer_id
      LEFT JOIN staff ON staff.id = customers.owner_id`,
    summary: `SELECT number AS "#", points_balance FROM customer_summaries JOIN customers ON customers.id = customer_id`,
    contact: `SELECT number AS "#", row_number() OVER (PARTITION BY customer_id ORDER BY is_primary DESC, contact_methods.created_at, contact_methods.id) AS place,
        contact_methods.* FROM contact_methods JOIN customers ON customers.id = customer_id`,
    date: `SELECT number AS "#", important_dates.* FROM important_dates JOIN customers ON customers.id = customer_id`,
    family: `SELECT number AS "#", row_number() OVER (PARTITION BY customer_id ORDER BY family_members.id) AS place, family_members.*
      FROM family_members JOIN customers ON customers.id = customer_id`,
    thing: `SELECT number AS "#", row_number() OVER (PARTITION BY customer_id ORDER BY things.id) AS place, things.*
      FROM things JOIN customers ON customers.id = customer_id`,
    expiring: `SELECT number AS "#", expiring_facts.*, things.name AS thing, expiring_periods.renewed_on,
        expiring_periods.valid_until AS until
      FROM expiring_facts JOIN customers ON customers.id = expiring_facts.customer_id
      JOIN expiring_periods ON fact_id = expiring_facts.id LEFT JOIN things ON things.id = thing_id`,
    interest: `SELECT number AS "#", interests.* FROM interests JOIN customers ON customers.id = customer_id`,
    safety: `SELECT number AS "#", row_number() OVER (PARTITION BY customer_id ORDER BY safety_facts.created_at, safety_facts.id) AS place,
        safety_facts.* FROM safety_facts JOIN customers ON customers.id = customer_id`,
    patch: `SELECT number AS "#", patch_tests.* FROM patch_tests JOIN customers ON customers.id = customer_id`,
    tag: `SELECT number AS "#", customer_tags.*, tags.name AS tag, tag_groups.name AS tag_group FROM customer_tags
      JOIN customers ON customers.id = customer_id JOIN tags ON tags.id = tag_id JOIN tag_groups ON tag_groups.id = group_id`,
    own: `SELECT number AS "#", custom_field_values.*, custom_fields.name AS field, custom_field_options.name AS chosen
      FROM custom_field_values JOIN customers ON customers.id = customer_id JOIN custom_fields ON custom_fields.id = custom_field_values.field_id
      LEFT JOIN custom_field_options ON custom_field_options.id = option_id`,
  };
  return Object.fromEntries(
    Object.entries(reads).map(([what, sql]) => [
      what,
      plainRows<Record<string, unknown>>(store.database, sql)
        .map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !unessential.includes(column)))))
        .sort(),
    ]),
  );
};
