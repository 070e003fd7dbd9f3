import type { StoreDatabase } from '../../electron/store/database.ts';
import { plainRun } from '../../electron/store/database.ts';
import type { CustomerId } from '../../shared/types/ids.ts';

// A row of every table that belongs to a customer and that the desk of a test does not write by itself.

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** A place in a random shop: whose the row is, whom it also names, and which of a few values it has. */
export interface FactPlace {
  readonly owner: CustomerId;
  readonly other: CustomerId;
  /** 0 to 3: the same ones meet, so that two people have the same tag, the same allergy, the same photo. */
  readonly variant: number;
  /** Another one for every row. */
  readonly id: string;
}

const insert = (database: StoreDatabase, table: string, row: Row): void => {
  const columns = Object.keys(row);
  plainRun(
    database,
    `INSERT OR IGNORE INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    row,
  );
};

/** Of a coupon: five off. */
const TERMS = '{"kind":"amount","amountCents":500}';

const variants = [0, 1, 2, 3] as const;
const blobOf = (variant: number): string => String(variant).padStart(64, '0');

const orderOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const row = { number: `D-${id}`, customer_id: owner, kind: 'special', status: 'ordered', lines: '[]', total_cents: 100 };
  insert(database, 'orders', { id: `order-${id}`, ...row, paid_cents: 100, at: Number(id), business_date: day(variant) });
  return `order-${id}`;
};

const opportunityOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const said = { title: `商机${variant}`, stage_id: 'stage', opened_on: day(variant), created_at: 1, changed_at: 1 };
  insert(database, 'opportunities', { id: `opportunity-${id}`, customer_id: owner, ...said });
  return `opportunity-${id}`;
};

const countCardOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const card_id = `card-${id}`;
  const terms = { uses: 10, price_cents: 100, scope: '{"productIds":[],"categories":[]}', freeze_days: 0 };
  const said = { type_id: 'card-type', number: `K-${id}`, name: '次卡', issued_on: day(variant), ...terms };
  insert(database, 'count_cards', { id: card_id, customer_id: owner, ...said });
  const first = { position: 0, at: Number(id), business_date: day(variant), kind: 'issue', uses: 10, days: 0 };
  insert(database, 'count_card_entries', { id: `card-issue-${id}`, card_id, ...first });
  const open = { issued_on: day(variant), uses_left: 10, worth_cents: 100, from_day: day(variant), last_day: '9999-12-31' };
  insert(database, 'open_count_cards', { card_id, ...open });
  return card_id;
};

const valueCardOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const card_id = `value-${id}`;
  const terms = { type_id: 'value-type', kind: 'shopping', name: '购物卡', scope: '{"productIds":[],"categories":[]}' };
  const money = { face_cents: 500, paid_cents: 500, at: Number(id), issued_on: day(variant), left_cents: 500 };
  insert(database, 'value_cards', { id: card_id, customer_id: owner, ...terms, ...money });
  const first = { at: Number(id), business_date: day(variant), kind: 'issue', cents: 500 };
  insert(database, 'value_card_entries', { id: `value-issue-${id}`, card_id, ...first });
  return card_id;
};

/** What the rows below refer to. Once in every store. */
export const addLibraries = (database: StoreDatabase): void => {
  const add = (table: string, row: Row): void => {
    insert(database, table, row);
  };
  add('tag_groups', { id: 'tag-group', name: '风格', position: 0 });
  add('custom_fields', { id: 'field-text', name: '车位', type: 'text', position: 0, is_searchable: 1 });
  add('custom_fields', { id: 'field-choices', name: '口味', type: 'choices', position: 1 });
  add('imports', { id: 'import', at: 1, file_name: 'a.csv', file_sha256: 'a', form: 'customers', mapping: '{}', counts: '{}' });
  add('points_files', {
    id: 'points-file',
    at: 1,
    business_date: '2026-11-01',
    file_name: '补分.xlsx',
    file_sha256: 'a',
    begun_at: 1,
  });
  add('bulk_edits', { id: 'bulk-edit', at: 1, business_date: '2026-11-01', action: '{"kind":"remove"}' });
  add('tag_changes', { id: 'tag-change', at: 1, before: '{}' });
  add('record_types', { id: 'record-type', name: '染发配方', position: 0, fields: '[]', created_at: 1, changed_at: 1 });
  add('form_templates', {
    id: 'form',
    name: '同意书',
    position: 0,
    text: '甲',
    questions: '[]',
    version: 1,
    created_at: 1,
    changed_at: 1,
  });
  add('measures', { id: 'measure', name: '体重', position: 0, unit: 'kg', decimals: 1, created_at: 1, changed_at: 1 });
  const cardTerms = { uses: 10, price_cents: 100, scope: '{"productIds":[],"categories":[]}', freeze_days: 0 };
  add('count_card_types', { id: 'card-type', name: '次卡', position: 0, ...cardTerms, created_at: 1, changed_at: 1 });
  add('opportunity_stages', { id: 'stage', name: '有意向', probability: 20, position: 0, created_at: 1, changed_at: 1 });
  add('coupon_types', {
    id: 'coupon-type',
    name: '代金券',
    position: 0,
    occasion: 'none',
    terms: TERMS,
    created_at: 1,
    changed_at: 1,
  });
  const rewardTerms = { points: 500, cash_cents: 0, stock_rule: 'stop', tier_ids: '[]' };
  add('rewards', { id: 'reward', name: '保温杯', position: 0, ...rewardTerms, created_at: 1, changed_at: 1 });
  add('discount_codes', { id: 'code', code: 'VIP88', note: '', terms: TERMS, created_at: 1, changed_at: 1 });
  const full = { per: 'visit', least_cents: 0, scope: '{"productIds":[],"categories":[]}', needed: 10, points: 50 };
  const everything = '{"productIds":[],"categories":[]}';
  add('value_card_types', {
    id: 'value-type',
    name: '购物卡',
    position: 0,
    kind: 'shopping',
    scope: everything,
    faces: '[]',
    created_at: 1,
    changed_at: 1,
  });
  add('stamp_cards', { id: 'stamp-card', name: '集点卡', position: 0, ...full, created_at: 1, changed_at: 1 });
  const paid = { price_cents: 365_00, months: 12, every: 'month', coupons: 0, points: 0 };
  add('membership_plans', { id: 'membership-plan', name: '金卡年费', position: 0, ...paid, created_at: 1, changed_at: 1 });
  add('handovers', { id: 'handover', at: 1, business_date: '2026-11-01' });
  for (const variant of variants) {
    add('own_segments', {
      id: `segment-${variant}`,
      name: `分群${variant}`,
      tree: '{}',
      kind: 'static',
      frozen_on: '2026-01-01',
      position: variant,
      changed_on: '2026-01-01',
      created_at: 1,
      changed_at: 1,
    });
    add('tags', { id: `tag-${variant}`, group_id: 'tag-group', name: `标签${variant}`, position: variant });
    add('custom_field_options', {
      id: `option-${variant}`,
      field_id: 'field-choices',
      name: `口味${variant}`,
      position: variant,
    });
    plainRun(database, `INSERT INTO attachment_blobs (sha256, bytes, content) VALUES (@sha256, 1, x'61')`, {
      sha256: blobOf(variant),
    });
  }
};

const thingOf = (database: StoreDatabase, { owner, id }: FactPlace): string => {
  const base = { customer_id: owner, type: 'car', name: '奥迪', created_at: 1, changed_at: 1 };
  insert(database, 'things', { id: `thing-${id}`, ...base });
  return `thing-${id}`;
};

const tierOf = (database: StoreDatabase, { id }: FactPlace): string => {
  insert(database, 'tiers', {
    id: `tier-${id}`,
    name: '金卡',
    position: 0,
    threshold: 1,
    perks: '[]',
    created_at: 1,
    changed_at: 1,
  });
  return `tier-${id}`;
};

const photoOf = (database: StoreDatabase, { owner, id, variant }: FactPlace, which: string): string => {
  const base = { customer_id: owner, name: 'a.jpg', media_type: 'image/jpeg', taken_on: '2026-11-01', created_at: 1 };
  insert(database, 'attachments', { id: `photo-${which}-${id}`, sha256: blobOf(variant), ...base });
  return `photo-${which}-${id}`;
};

const couponOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const said = { number: `N${id}`, type_id: 'coupon-type', name: '代金券', terms: TERMS, occasion: 'none', reason: '回馈' };
  insert(database, 'coupons', { id: `coupon-${id}`, customer_id: owner, ...said, at: Number(id), business_date: day(variant) });
  return `coupon-${id}`;
};

const giftOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const given = { reason: '赔礼', what: '手写贺卡', cost_cents: 12_00, business_date: day(variant) };
  insert(database, 'gifts', { id: `gift-${id}`, customer_id: owner, at: Number(id), ...given });
  return `gift-${id}`;
};

const keptOf = (database: StoreDatabase, { owner, id, variant }: FactPlace, left = 0): string => {
  const said = { name: '红酒', is_bought: 1, place: '酒柜', kept_on: day(variant), left_quantity: left };
  insert(database, 'kept_goods', { id: `kept-${id}`, customer_id: owner, ...said, created_at: 1, changed_at: 1 });
  return `kept-${id}`;
};

const redemptionOf = (database: StoreDatabase, { owner, id, variant }: FactPlace): string => {
  const got = { reward_id: 'reward', name: '保温杯', quantity: 1, points: 500, cash_cents: 0, business_date: day(variant) };
  insert(database, 'reward_redemptions', { id: `redemption-${id}`, customer_id: owner, at: Number(id), ...got });
  return `redemption-${id}`;
};

type Insert = (database: StoreDatabase, place: FactPlace) => void;
const simple =
  (table: string, rowOf: (place: FactPlace) => Row): Insert =>
  (database, place) => {
    insert(database, table, rowOf(place));
  };
const day = (variant: number): string => `2026-11-0${variant + 1}`;

/** How a row of each table comes about. */
export const factInserts: Readonly<Record<string, Insert>> = {
  customer_tags: simple('customer_tags', ({ owner, variant }) => ({
    customer_id: owner,
    tag_id: `tag-${variant}`,
    source: 'survey',
    tagged_on: day(variant),
  })),
  tag_change_bearers: simple('tag_change_bearers', ({ owner, variant }) => ({
    change_id: 'tag-change',
    customer_id: owner,
    source: 'survey',
    tagged_on: day(variant),
    had_both: variant % 2,
  })),
  tag_change_dropped: simple('tag_change_dropped', ({ owner, variant }) => ({
    change_id: 'tag-change',
    customer_id: owner,
    tag_id: `tag-${variant}`,
    source: 'survey',
    tagged_on: day(variant),
  })),
  custom_field_values: simple('custom_field_values', ({ owner, variant }) =>
    variant < 2
      ? { customer_id: owner, field_id: 'field-text', text_value: `B${variant}` }
      : { customer_id: owner, field_id: 'field-choices', slot: `option-${variant}`, option_id: `option-${variant}` },
  ),
  things: (database, place) => {
    thingOf(database, place);
  },
  expiring_facts: (database, place) => {
    insert(database, 'expiring_facts', {
      id: `fact-${place.id}`,
      customer_id: place.owner,
      thing_id: place.variant < 2 ? thingOf(database, place) : null,
      kind: 'inspection',
      valid_until: day(place.variant),
      created_at: 1,
      changed_at: 1,
    });
  },
  thing_events: (database, place) => {
    const thing_id = thingOf(database, place);
    const base = { customer_id: place.owner, at: 1, business_date: day(place.variant), event: 'added', params: '{}' };
    insert(database, 'thing_events', { id: `event-${place.id}`, thing_id, ...base });
  },
  interests: simple('interests', ({ owner, id, variant }) => ({
    id: `interest-${id}`,
    customer_id: owner,
    at: 1,
    business_date: day(variant),
    kind: variant === 0 ? 'wanted' : 'viewed',
    state: variant === 0 ? 'open' : null,
    name: '护发素',
  })),
  appointments: (database, place) => {
    const { owner, id, variant } = place;
    const slot = { starts_on: day(variant), start_minute: 600, length_minutes: 60, status: 'booked' };
    const base = { customer_id: owner, service: '护理', at: Number(id), business_date: '2026-11-01' };
    const thing_id = variant < 2 ? thingOf(database, place) : null;
    insert(database, 'appointments', { id: `appointment-${id}`, thing_id, ...base, ...slot });
    const event = { appointment_id: `appointment-${id}`, change_id: `change-${id}`, at: Number(id), event: 'booked' };
    insert(database, 'appointment_events', { id: `booked-${id}`, ...event });
  },
  queue_entries: simple('queue_entries', ({ owner, id, variant }) => ({
    id: `queue-${id}`,
    business_date: day(variant),
    arrived_at: Number(id),
    customer_id: owner,
    state: 'waiting',
  })),
  waitlist_entries: simple('waitlist_entries', ({ owner, id, variant }) => ({
    id: `wish-${id}`,
    customer_id: owner,
    from_on: day(variant),
    until_on: day(variant),
    from_minute: 0,
    until_minute: 1440,
    length_minutes: 60,
    state: 'waiting',
    created_at: 1,
  })),
  orders: (database, place) => {
    orderOf(database, place);
  },
  order_serials: (database, place) => {
    insert(database, 'order_serials', { order_id: orderOf(database, place), serial_number: `SN-${place.id}` });
  },
  order_payments: (database, place) => {
    const order_id = orderOf(database, place);
    const entry = { at: 1, business_date: day(place.variant), kind: 'deposit', cents: 100, method: 'cash' };
    insert(database, 'order_payments', { id: `payment-${place.id}`, order_id, ...entry });
  },
  kept_deposits: (database, place) => {
    const order_id = orderOf(database, place);
    insert(database, 'kept_deposits', { id: `kept-${place.id}`, order_id, at: 1, business_date: day(place.variant), cents: 100 });
  },
  order_events: (database, place) => {
    const order_id = orderOf(database, place);
    insert(database, 'order_events', { id: `order-event-${place.id}`, order_id, at: 1, event: 'placed', status: 'ordered' });
  },
  service_records: (database, place) => {
    insert(database, 'service_records', {
      id: `record-${place.id}`,
      customer_id: place.owner,
      type_id: 'record-type',
      type_name: '染发配方',
      thing_id: place.variant < 2 ? thingOf(database, place) : null,
      at: 1,
      business_date: day(place.variant),
      entries: '[]',
      note: '短一点',
      created_at: 1,
      changed_at: 1,
    });
  },
  signed_forms: simple('signed_forms', ({ owner, id, variant }) => ({
    id: `signed-${id}`,
    customer_id: owner,
    template_id: 'form',
    version: 1,
    name: '同意书',
    text: '甲',
    answers: '[]',
    way: 'typed',
    signer: '王芳',
    at: Number(id),
    signed_on: day(variant),
    created_at: 1,
  })),
  measurements: (database, place) => {
    const { owner, id, variant } = place;
    const thing_id = variant < 2 ? thingOf(database, place) : null;
    const when = { at: Number(id), business_date: day(variant), created_at: 1, changed_at: 1 };
    insert(database, 'measurements', { id: `measurement-${id}`, customer_id: owner, thing_id, ...when });
    insert(database, 'measurement_values', { measurement_id: `measurement-${id}`, measure_id: 'measure', value: variant });
  },
  incidents: (database, place) => {
    const { owner, id, variant } = place;
    const thing_id = variant < 2 ? thingOf(database, place) : null;
    const when = { at: Number(id), business_date: day(variant), created_at: 1, changed_at: 1 };
    const said = { what: '烫到了', severity: 'minor', closed_on: variant % 2 === 0 ? null : '2026-11-20' };
    insert(database, 'incidents', { id: `incident-${id}`, customer_id: owner, thing_id, ...said, ...when });
  },
  count_cards: (database, place) => {
    countCardOf(database, place);
  },
  count_card_entries: (database, place) => {
    const card_id = countCardOf(database, place);
    const when = { position: 1, at: Number(place.id), business_date: day(place.variant) };
    insert(database, 'count_card_entries', { id: `card-use-${place.id}`, card_id, ...when, kind: 'use', uses: -1, days: 0 });
    plainRun(database, 'UPDATE open_count_cards SET uses_left = 9 WHERE card_id = @card_id', { card_id });
  },
  count_card_transfers: (database, place) => {
    const given = countCardOf(database, place);
    const received = countCardOf(database, { ...place, id: `${place.id}00000` });
    const when = { position: 1, at: Number(place.id), business_date: day(place.variant), days: 0 };
    insert(database, 'count_card_entries', { id: `given-${place.id}`, card_id: given, ...when, kind: 'transfer', uses: -1 });
    plainRun(database, 'UPDATE open_count_cards SET uses_left = 9 WHERE card_id = @given', { given });
    const received_id = received.replace('card-', 'card-issue-');
    insert(database, 'count_card_transfers', { given_id: `given-${place.id}`, received_id });
  },
  opportunities: (database, place) => {
    opportunityOf(database, place);
  },
  opportunity_events: (database, place) => {
    const opportunity_id = opportunityOf(database, place);
    const when = { position: 1, at: Number(place.id), business_date: day(place.variant) };
    const said = { event: 'opened', stage_id: 'stage', outcome: 'open' };
    const row = { opportunity_id, customer_id: place.owner, ...when, ...said };
    insert(database, 'opportunity_events', { id: `opportunity-event-${place.id}`, ...row });
  },
  tasks: simple('tasks', ({ owner, id, variant }) => ({
    id: `task-${id}`,
    customer_id: owner,
    title: '问问用得怎么样',
    due_on: day(variant),
    created_at: 1,
    changed_at: 1,
  })),
  safety_facts: simple('safety_facts', ({ owner, id, variant }) => ({
    id: `safety-${id}`,
    customer_id: owner,
    kind: 'allergy',
    what: `酒精${variant}`,
    created_at: 1,
  })),
  patch_tests: simple('patch_tests', ({ owner, id, variant }) => ({
    id: `patch-${id}`,
    customer_id: owner,
    what: '染膏',
    result: 'pass',
    done_on: day(variant),
    created_at: 1,
  })),
  arrival_alerts: simple('arrival_alerts', ({ owner, id, variant }) => ({
    id: `alert-${id}`,
    customer_id: owner,
    alert: `提醒${variant}`,
    from_on: '2026-11-01',
    created_at: 1,
  })),
  customer_blocks: simple('customer_blocks', ({ owner, id }) => ({
    id: `block-${id}`,
    customer_id: owner,
    reason: '欠账',
    blocked_on: '2026-11-01',
    blocked_at: 1,
    lifted_at: 2,
  })),
  attachments: (database, place) => {
    photoOf(database, place, 'one');
  },
  attachment_pairs: (database, place) => {
    const [before_id, after_id] = [photoOf(database, place, 'before'), photoOf(database, place, 'after')];
    insert(database, 'attachment_pairs', {
      id: `pair-${place.id}`,
      customer_id: place.owner,
      before_id,
      after_id,
      created_at: 1,
    });
  },
  import_additions: simple('import_additions', ({ owner, id }) => ({
    import_id: 'import',
    kind: 'tag',
    row_id: id,
    customer_id: owner,
    value: '{}',
  })),
  field_verifications: simple('field_verifications', ({ owner, variant }) => ({
    customer_id: owner,
    field: ['phone', 'name', 'address', 'region'][variant] ?? 'phone',
    verified_on: day(variant),
    source: 'confirmed',
  })),
  handover_customers: simple('handover_customers', ({ owner, variant }) => ({
    customer_id: owner,
    at: variant,
    handover_id: 'handover',
  })),
  care_accepted: simple('care_accepted', ({ owner, variant }) => ({
    customer_id: owner,
    kind: 'name_digits',
    value: `王${variant}`,
    at: 1,
  })),
  care_asks: simple('care_asks', ({ owner, variant }) => ({ customer_id: owner, field: 'birthday', until: day(variant) })),
  care_checks: simple('care_checks', ({ owner, variant, id }) => ({
    quarter: `2026-Q${variant + 1}`,
    position: Number(id),
    customer_id: owner,
  })),
  recent_customers: simple('recent_customers', ({ owner, variant }) => ({ customer_id: owner, opened_at: variant })),
  bulk_edit_rows: simple('bulk_edit_rows', ({ owner }) => ({ bulk_edit_id: 'bulk-edit', customer_id: owner, before: 'null' })),
  intakes: simple('intakes', ({ owner, id }) => ({
    id: `intake-${id}`,
    customer_id: owner,
    fields: '[]',
    opened_at: 1,
    closed_at: 2,
  })),
  profile_proposals: (database, place) => {
    const { owner, id } = place;
    insert(database, 'intakes', { id: `form-${id}`, customer_id: owner, fields: '[]', opened_at: 1, closed_at: 2 });
    const base = { customer_id: owner, at: 1, business_date: '2026-11-01', details: '{}' };
    insert(database, 'profile_proposals', { id: `proposal-${id}`, intake_id: `form-${id}`, ...base });
  },
  lapsing_points: (database, { owner, id, variant }) => {
    const base = { customer_id: owner, at: Number(id), business_date: '2026-11-01' };
    insert(database, 'points_entries', { id: `lot-${id}`, kind: 'earn', points: 5, expires_on: day(variant), ...base });
    insert(database, 'lapsing_points', { entry_id: `lot-${id}`, customer_id: owner, remaining: 5, last_day: day(variant) });
  },
  sharers: (database, { owner, other, id, variant }) => {
    if (owner === other) return;
    const terms = { may_spend_stored: 1, may_use_cards: variant % 2, note: '', since_on: day(variant), at: Number(id) };
    insert(database, 'sharers', { id: `sharer-${id}`, customer_id: owner, other_id: other, ended_on: day(variant), ...terms });
  },
  stored_value_entries: simple('stored_value_entries', ({ owner, id, variant }) => ({
    id: `stored-${id}`,
    customer_id: owner,
    at: Number(id),
    business_date: day(variant),
    kind: 'top_up',
    principal_cents: 500,
    gift_cents: 50,
    method: 'cash',
  })),
  member_card_events: simple('member_card_events', ({ owner, id, variant }) => ({
    id: `card-event-${id}`,
    customer_id: owner,
    at: Number(id),
    business_date: day(variant),
    kind: 'lost',
    card_no: `K${id}`,
  })),
  spending_pins: simple('spending_pins', ({ owner, id }) => ({
    id: `spending-pin-${id}`,
    customer_id: owner,
    pin_hash: '$scrypt$',
    changed_at: 1,
  })),
  spending_proofs: simple('spending_proofs', ({ owner, id, variant }) => ({
    id: `proof-${id}`,
    customer_id: owner,
    at: Number(id),
    business_date: day(variant),
    spending: 'refund',
    way: 'waived',
    value_cents: 100,
    reason: '老客',
  })),
  visit_proofs: (database, { owner, id }) => {
    const money = { is_purchase: 1, total_cents: 100, item_quantity: 1000, points_earned: 0 };
    insert(database, 'visits', { id: `proven-${id}`, customer_id: owner, at: 1, business_date: '2026-11-01', ...money });
    insert(database, 'visit_proofs', { visit_id: `proven-${id}`, way: 'waived', value_cents: 100, reason: '老客' });
  },
  stored_value_transfers: (database, { owner, id, variant }) => {
    const entry = { at: Number(id), business_date: day(variant), kind: 'transfer', principal_cents: 500, gift_cents: 50 };
    insert(database, 'stored_value_entries', { id: `given-${id}`, customer_id: owner, came_on: '2026-01-01', ...entry });
    insert(database, 'stored_value_transfers', { entry_id: `given-${id}`, transfer_id: `transfer-${id}` });
  },
  stored_value_lots: (database, { owner, id, variant }) => {
    const came = { customer_id: owner, principal_cents: 500, gift_cents: 50 };
    const entry = { at: Number(id), business_date: day(variant), kind: 'top_up', method: 'cash' };
    insert(database, 'stored_value_entries', { id: `open-${id}`, ...came, ...entry });
    insert(database, 'stored_value_lots', { entry_id: `open-${id}`, ...came, came_on: day(variant) });
  },
  stored_gift_parts: (database, { owner, id, variant }) => {
    const came = { customer_id: owner, principal_cents: 500, gift_cents: 50 };
    const entry = { at: Number(id), business_date: day(variant), kind: 'top_up', method: 'cash' };
    insert(database, 'stored_value_entries', { id: `spread-${id}`, ...came, ...entry });
    const part = { top_up_id: `spread-${id}`, due_on: '2027-01-01', cents: 50, reason: '充500送100 2/2' };
    insert(database, 'stored_gift_parts', { id: `part-${id}`, customer_id: owner, ...part });
  },
  stored_value_balances: (database, { owner, id, variant }) => {
    const came = { customer_id: owner, principal_cents: 500, gift_cents: 50 };
    const entry = { at: Number(id), business_date: day(variant), kind: 'top_up', method: 'cash' };
    insert(database, 'stored_value_entries', { id: `kept-${id}`, ...came, ...entry });
    insert(database, 'stored_value_balances', { ...came, total_cents: 550 });
  },
  tier_events: (database, place) => {
    const { owner, id, variant } = place;
    const step = {
      at: Number(id),
      business_date: day(variant),
      kind: 'manual',
      tier_id: tierOf(database, place),
      reason: '老客',
    };
    insert(database, 'tier_events', { id: `step-${id}`, customer_id: owner, ...step });
  },
  customer_tiers: (database, place) => {
    const { owner, id, variant } = place;
    const step = { at: Number(id), business_date: day(variant), kind: 'manual', tier_id: tierOf(database, place) };
    insert(database, 'tier_events', { id: `held-${id}`, customer_id: owner, ...step });
    insert(database, 'customer_tiers', { customer_id: owner, tier_id: step.tier_id, since_on: day(variant), is_fixed: 0 });
  },
  gifts: (database, place) => {
    giftOf(database, place);
  },
  gift_items: (database, place) => {
    const item = { reward_id: 'reward', name: '保温杯', quantity: 1, cost_cents: 12_00 };
    insert(database, 'gift_items', { gift_id: giftOf(database, place), ...item });
  },
  kept_goods: (database, place) => {
    keptOf(database, place);
  },
  kept_entries: (database, place) => {
    const { owner, id, variant } = place;
    const moved = { at: Number(id), business_date: day(variant), kind: 'keep', quantity: 2000 };
    insert(database, 'kept_entries', {
      id: `kept-entry-${id}`,
      kept_id: keptOf(database, place, 2000),
      customer_id: owner,
      ...moved,
    });
  },
  reward_redemptions: (database, place) => {
    redemptionOf(database, place);
  },
  reward_entries: (database, place) => {
    const redemption_id = redemptionOf(database, place);
    const { id, owner, variant } = place;
    const points = { id: `reward-points-${id}`, customer_id: owner, at: Number(id), kind: 'redeem', points: -500 };
    insert(database, 'points_entries', { ...points, business_date: day(variant), reason: '保温杯' });
    const row = { redemption_id, position: 0, at: 1, business_date: day(variant), kind: 'redeem', cash_cents: 0, reason: null };
    insert(database, 'reward_entries', { id: `reward-entry-${id}`, points_entry_id: points.id, ...row });
  },
  growth_entries: (database, { owner, id, variant }) => {
    const money = { is_purchase: 1, total_cents: 100, item_quantity: 1000, points_earned: 0 };
    const on = { at: Number(id), business_date: day(variant) };
    insert(database, 'visits', { id: `grown-${id}`, customer_id: owner, ...on, ...money });
    insert(database, 'growth_entries', {
      id: `growth-${id}`,
      customer_id: owner,
      ...on,
      kind: 'earn',
      growth: 5,
      visit_id: `grown-${id}`,
    });
  },
  bonuses: simple('bonuses', ({ owner, id, variant }) => ({
    id: `bonus-${id}`,
    customer_id: owner,
    at: Number(id),
    business_date: day(variant),
    occasion: 'check_in',
  })),
  pending_points_entries: (database, { owner, id, variant }) => {
    const lot = `pending-${id}`;
    const entry = { at: Number(id), business_date: day(variant), kind: 'earn', points: 5, ready_on: '2099-01-01' };
    insert(database, 'pending_points_entries', { id: lot, customer_id: owner, lot_id: lot, ...entry });
    insert(database, 'open_pending_points', { lot_id: lot, ready_on: '2099-01-01', remaining: 5 });
  },
  membership_terms: (database, { owner, id, variant }) => {
    const sold = { plan_id: 'membership-plan', name: '金卡年费', paid_cents: 365_00, every: 'month', coupons: 0, points: 0 };
    const days = { from_on: day(variant), sold_until_on: '2099-12-31', until_on: '2099-12-31' };
    const term_id = `membership-${id}`;
    insert(database, 'membership_terms', { id: term_id, customer_id: owner, at: Number(id), ...sold, ...days });
    const moved = { kind: 'sell', cents: 365_00, method: 'cash', at: Number(id), business_date: day(variant) };
    insert(database, 'membership_entries', { id: `sold-${id}`, term_id, ...moved });
  },
  value_cards: (database, place) => {
    valueCardOf(database, place);
  },
  value_card_entries: (database, place) => {
    const card_id = valueCardOf(database, place);
    const when = { at: Number(place.id) + 1, business_date: day(place.variant) };
    insert(database, 'value_card_entries', {
      id: `value-void-${place.id}`,
      card_id,
      ...when,
      kind: 'void',
      cents: -500,
      reason: '丢了',
    });
    plainRun(database, 'UPDATE value_cards SET left_cents = 0, voided_at = 1 WHERE id = @card_id', { card_id });
  },
  value_card_owners: (database, { owner, id, variant }) => {
    const code = `A234B567C${String(variant)}${id}`;
    const terms = { type_id: 'value-type', kind: 'gift', name: '礼品卡', scope: '{"productIds":[],"categories":[]}' };
    const money = { face_cents: 500, paid_cents: 500, at: 1, issued_on: day(variant), left_cents: 500 };
    insert(database, 'value_cards', { id: `gift-${id}`, ...terms, code, code_end: 'C567', ...money });
    const first = { at: Number(id), business_date: day(variant), kind: 'issue', cents: 500 };
    insert(database, 'value_card_entries', { id: `gift-issue-${id}`, card_id: `gift-${id}`, ...first });
    insert(database, 'value_card_owners', { card_id: `gift-${id}`, customer_id: owner });
  },
  stamp_entries: simple('stamp_entries', ({ owner, id, variant }) => ({
    id: `stamp-${id}`,
    customer_id: owner,
    card_id: 'stamp-card',
    at: Number(id),
    business_date: day(variant),
    kind: 'adjust',
    stamps: 3,
    reason: '纸卡',
  })),
  coupons: (database, place) => {
    couponOf(database, place);
  },
  coupon_entries: (database, place) => {
    const coupon_id = couponOf(database, place);
    const row = { coupon_id, at: 1, business_date: day(place.variant), kind: 'issue', uses: 1 };
    insert(database, 'coupon_entries', { id: `coupon-entry-${place.id}`, ...row });
  },
  coupon_transfers: (database, place) => {
    const coupon_id = couponOf(database, place);
    const received_id = couponOf(database, { ...place, id: `${place.id}00000` });
    const row = { coupon_id, at: 1, business_date: day(place.variant), kind: 'void', uses: 0 };
    insert(database, 'coupon_entries', { id: `given-coupon-${place.id}`, ...row });
    insert(database, 'coupon_transfers', { given_id: `given-coupon-${place.id}`, received_id });
  },
  discount_code_uses: (database, { owner, id }) => {
    const money = { is_purchase: 1, total_cents: 100, item_quantity: 1000, points_earned: 0 };
    insert(database, 'visits', { id: `coded-${id}`, customer_id: owner, at: 1, business_date: '2026-11-01', ...money });
    const use = { code_id: 'code', at: 1, business_date: '2026-11-01', kind: 'redeem', uses: -1, cents: 5 };
    insert(database, 'discount_code_uses', { id: `code-use-${id}`, visit_id: `coded-${id}`, ...use });
  },
  credit_entries: simple('credit_entries', ({ owner, id, variant }) => ({
    id: `credit-${id}`,
    customer_id: owner,
    at: Number(id),
    business_date: day(variant),
    kind: 'charge',
    cents: 500,
    due_on: day(variant),
  })),
  credit_terms: simple('credit_terms', ({ owner, variant }) => ({ customer_id: owner, limit_cents: 100_00 + variant })),
  credit_open_charges: (database, { owner, id, variant }) => {
    const entry = { at: Number(id), business_date: day(variant), kind: 'charge', cents: 500, due_on: day(variant) };
    insert(database, 'credit_entries', { id: `owing-${id}`, customer_id: owner, ...entry });
    const open = { customer_id: owner, open_cents: 500, due_on: day(variant) };
    insert(database, 'credit_open_charges', { entry_id: `owing-${id}`, ...open });
  },
  credit_debts: (database, { owner, id, variant }) => {
    const entry = { at: Number(id), business_date: day(variant), kind: 'charge', cents: 500, due_on: day(variant) };
    insert(database, 'credit_entries', { id: `owed-${id}`, customer_id: owner, ...entry });
    insert(database, 'credit_debts', { customer_id: owner, owed_cents: 500 });
  },
  visit_payments: (database, { owner, id }) => {
    const money = { is_purchase: 1, total_cents: 100, item_quantity: 1000, points_earned: 0 };
    insert(database, 'visits', { id: `paid-${id}`, customer_id: owner, at: 1, business_date: '2026-11-01', ...money });
    insert(database, 'visit_payments', { visit_id: `paid-${id}`, method: 'cash', cents: 100 });
  },
  points_file_rows: (database, { owner, id, variant }) => {
    const base = { customer_id: owner, points: 5, reason: '补' };
    const entry = { at: Number(id), business_date: day(variant), kind: 'adjust', ...base };
    insert(database, 'points_entries', { id: `by-file-${id}`, ...entry });
    const row = { file_id: 'points-file', line: Number(id), state: 'done', entry_id: `by-file-${id}`, ...base };
    insert(database, 'points_file_rows', row);
  },
  profile_rewards: (database, { owner, id }) => {
    const base = { customer_id: owner, at: Number(id), business_date: '2026-11-01' };
    insert(database, 'points_entries', { id: `reward-${id}`, kind: 'adjust', points: 5, reason: '谢', ...base });
    insert(database, 'profile_rewards', { entry_id: `reward-${id}`, customer_id: owner, business_date: '2026-11-01' });
  },
  callbacks: (database, { owner, id }) => {
    const base = { customer_id: owner, at: Number(id), business_date: '2026-11-01' };
    insert(database, 'interactions', { id: `call-${id}`, channel: 'phone', direction: 'out', is_promotional: 0, ...base });
    const call = { interaction_id: `call-${id}`, outcome: 'no_answer', reasons: '[]', before: '{}' };
    insert(database, 'callbacks', { id: `callback-${id}`, ...call, ...base });
  },
  visit_lines: (database, place) => {
    const { owner, id } = place;
    const money = { is_purchase: 1, total_cents: 100, item_quantity: 1000, points_earned: 0 };
    insert(database, 'visits', { id: `visit-${id}`, customer_id: owner, at: 1, business_date: '2026-11-01', ...money });
    const line = { name: '洗车', quantity: 1000, amount_cents: 100, thing_id: thingOf(database, place) };
    insert(database, 'visit_lines', { visit_id: `visit-${id}`, position: 0, id: `line-${id}`, ...line });
  },
  parked_visits: simple('parked_visits', ({ owner, id }) => ({
    id: `parked-${id}`,
    customer_id: owner,
    label: '靠窗',
    draft: '{}',
    parked_at: 1,
    changed_at: 1,
  })),
  own_segment_members: simple('own_segment_members', ({ owner, variant }) => ({
    segment_id: `segment-${variant}`,
    customer_id: owner,
  })),
  reminder_snoozes: simple('reminder_snoozes', ({ owner, id, variant }) => ({
    id: `snooze-${id}`,
    customer_id: owner,
    rule: 'birthday',
    until: 'day',
    until_on: day(variant),
    note: '不过生日',
    at: 1,
    business_date: day(variant),
  })),
  class_changes: simple('class_changes', ({ owner, variant }) => ({
    customer_id: owner,
    on_date: day(variant),
    rfm: 'loyal',
    rfm8: 'important_value',
    value: 'high',
    activity: 'active',
    is_dormant: 0,
    lifecycle: 'loyal',
  })),
  deferred_items: simple('deferred_items', ({ owner, id, variant }) => ({
    id: `deferred-${id}`,
    customer_id: owner,
    business_date: day(variant),
    name: '烫发',
    reason: '赶时间',
  })),
  consents: simple('consents', ({ owner, id, variant }) => ({
    id: `consent-${id}`,
    customer_id: owner,
    purpose: 'phone',
    state: variant % 2 === 0 ? 'given' : 'withdrawn',
    on_date: day(variant),
    way: 'in_person',
    wording_version: 1,
    at: Number(id),
  })),
  referral_events: (database, { owner, other, id, variant }) => {
    if (owner === other) return;
    const said = { at: Number(id), business_date: day(variant), kind: 'named' };
    insert(database, 'referral_events', { id: `named-${id}`, customer_id: owner, referrer_id: other, ...said });
  },
  advocates: simple('advocates', ({ owner, id, variant }) => ({
    id: `advocate-${id}`,
    customer_id: owner,
    kind: variant % 2 === 0 ? 'advocate' : 'tester',
    number: Number(id) + 1,
    title: '体验官',
    since_on: day(variant),
    at: Number(id),
  })),
  product_tests: simple('product_tests', ({ owner, id, variant }) => ({
    id: `test-${id}`,
    customer_id: owner,
    what: `新品${variant}`,
    given_on: day(variant),
    said: '好',
    at: Number(id),
  })),
  referral_codes: simple('referral_codes', ({ owner, id }) => ({ code: `A${id}`, customer_id: owner, at: Number(id) })),
  referral_rewards: (database, { owner, other, id }) => {
    if (owner === other) return;
    const money = { is_purchase: 1, total_cents: 100, item_quantity: 1000, points_earned: 0 };
    insert(database, 'visits', { id: `brought-${id}`, customer_id: owner, at: 1, business_date: '2026-11-01', ...money });
    const thanks = { kind: 'adjust', points: 5, reason: '谢', at: Number(id), business_date: '2026-11-01' };
    insert(database, 'points_entries', { id: `thanks-${id}`, customer_id: other, ...thanks });
    insert(database, 'referral_rewards', {
      id: `given-${id}`,
      customer_id: owner,
      referrer_id: other,
      visit_id: `brought-${id}`,
      at: Number(id),
      business_date: '2026-11-01',
      kind: 'given',
      least_cents: 100,
      referrer_state: 'given',
      referrer_entry_id: `thanks-${id}`,
    });
  },
  relationships: simple('relationships', ({ owner, other }) => ({
    customer_id: owner,
    other_id: owner === other ? null : other,
    kind: 'friend',
  })),
};

export const factTables = Object.keys(factInserts);
