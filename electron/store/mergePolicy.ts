import type { MergeCount } from '../../shared/domain/mergeCounts.ts';

/**
 * What a merge does with every table that refers to a customer. A table with a foreign key to `customers` that is missing here fails
 * tests/architecture/mergePolicy.test.ts: whoever adds such a table states here what becomes of its rows.
 *
 * - move: every row goes over to the survivor, and back when the merge is undone. For facts, which are never edited afterwards.
 * - unite: rows go over unless the survivor has the same one already (`same`); then the row waits with the one merged away. A row that
 *   was edited after the merge stays with the survivor on undo, and the other gets it back as it was. For data a person edits.
 * - recompute: follows from facts; `factRecorded` for both sides makes it anew.
 * - keep: stays where it is, because it is about that one card.
 *
 * `counts` is the word under which the preview counts the rows; null leaves them out. `key` names the columns that together with the moved one identify a row (default: id). `same` and `except` are SQL over one row,
 * written `$.column`; `except` keeps rows back and may name @survivor and @other. `follows` says with which other moved row a row
 * written after the merge belongs, so that both go back together: a reversal with the entry it reverses; `unless` is SQL for rows that stay.
 */
export type MergeTable = { readonly table: string; readonly column: string } & (
  | {
      readonly policy: 'move';
      readonly counts: MergeCount | null;
      readonly key?: readonly string[];
      readonly except?: string;
      readonly follows?: readonly { readonly column: string; readonly table: string; readonly unless?: string }[];
    }
  | {
      readonly policy: 'unite';
      readonly counts: MergeCount | null;
      readonly key?: readonly string[];
      readonly same: readonly string[];
      readonly except?: string;
    }
  | { readonly policy: 'recompute' | 'keep'; readonly why: string }
);

export const mergeTables: readonly MergeTable[] = [
  {
    table: 'visits',
    column: 'customer_id',
    policy: 'move',
    counts: 'visits',
    follows: [
      { column: 'returns_visit_id', table: 'visits' },
      { column: 'order_id', table: 'orders' },
    ],
  },
  { table: 'orders', column: 'customer_id', policy: 'move', counts: 'orders' },
  {
    table: 'parked_visits',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [{ column: 'visit_id', table: 'visits' }],
  },
  {
    table: 'own_segment_members',
    column: 'customer_id',
    policy: 'unite',
    counts: null,
    key: ['segment_id'],
    same: ['$.segment_id'],
  },
  { table: 'reminder_snoozes', column: 'customer_id', policy: 'move', counts: null },
  {
    table: 'deferred_items',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [{ column: 'visit_id', table: 'visits' }],
  },
  {
    table: 'points_entries',
    column: 'customer_id',
    policy: 'move',
    counts: 'points',
    follows: [
      { column: 'visit_id', table: 'visits' },
      { column: 'reverses_id', table: 'points_entries' },
      { column: 'concerns_id', table: 'points_entries' },
    ],
  },
  {
    table: 'stored_value_entries',
    column: 'customer_id',
    policy: 'move',
    counts: 'storedValue',
    follows: [
      {
        column: 'visit_id',
        table: 'visits',
        // What a sharer's visit took is the owner's, whoever's the visit is; money that was stored is not.
        unless: `(kind <> 'return' OR concerns_id IS NOT NULL)
          AND visit_id IN (SELECT shared_spendings.visit_id FROM shared_spendings)`,
      },
      { column: 'reverses_id', table: 'stored_value_entries' },
      { column: 'concerns_id', table: 'stored_value_entries' },
    ],
  },
  {
    table: 'stored_gift_parts',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [{ column: 'top_up_id', table: 'stored_value_entries' }],
  },
  // Nobody shares with themselves: what one of the two allowed the other stays with the card merged away.
  {
    table: 'sharers',
    column: 'customer_id',
    policy: 'unite',
    counts: null,
    same: ['$.other_id', '$.ended_on IS NULL'],
    except: '$.other_id = @survivor',
  },
  {
    table: 'sharers',
    column: 'other_id',
    policy: 'unite',
    counts: null,
    same: ['$.customer_id', '$.ended_on IS NULL'],
    except: '$.customer_id = @survivor',
  },
  // Whoever has a PIN keeps it; who has none takes over the other card's.
  { table: 'spending_pins', column: 'customer_id', policy: 'unite', counts: null, same: [`'pin'`] },
  { table: 'spending_proofs', column: 'customer_id', policy: 'move', counts: null },
  { table: 'stored_value_lots', column: 'customer_id', policy: 'recompute', why: 'what is left of what came in when' },
  { table: 'stored_value_balances', column: 'customer_id', policy: 'recompute', why: 'the sum of the ledger' },
  // A step up never takes a better tier away, nor a step down another one: the steps of both leave the survivor the better of the two.
  { table: 'tier_events', column: 'customer_id', policy: 'move', counts: null },
  { table: 'customer_tiers', column: 'customer_id', policy: 'recompute', why: 'the tier that follows from the steps' },
  {
    table: 'growth_entries',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [
      { column: 'visit_id', table: 'visits' },
      { column: 'reverses_id', table: 'growth_entries' },
      { column: 'concerns_id', table: 'growth_entries' },
    ],
  },
  {
    table: 'bonuses',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [
      { column: 'tier_event_id', table: 'tier_events' },
      { column: 'points_entry_id', table: 'points_entries' },
      { column: 'coupon_id', table: 'coupons' },
    ],
  },
  {
    table: 'pending_points_entries',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [
      { column: 'visit_id', table: 'visits' },
      { column: 'lot_id', table: 'pending_points_entries' },
      { column: 'points_entry_id', table: 'points_entries' },
    ],
  },
  // Each was paid for: both run, side by side where they are of one plan.
  { table: 'membership_terms', column: 'customer_id', policy: 'move', counts: null },
  {
    table: 'stamp_entries',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [
      { column: 'visit_id', table: 'visits' },
      { column: 'reverses_id', table: 'stamp_entries' },
      { column: 'concerns_id', table: 'stamp_entries' },
      { column: 'points_entry_id', table: 'points_entries' },
      { column: 'coupon_id', table: 'coupons' },
    ],
  },
  {
    table: 'credit_entries',
    column: 'customer_id',
    policy: 'move',
    counts: 'credit',
    follows: [
      { column: 'visit_id', table: 'visits' },
      { column: 'reverses_id', table: 'credit_entries' },
      { column: 'concerns_id', table: 'credit_entries' },
    ],
  },
  { table: 'credit_terms', column: 'customer_id', policy: 'keep', why: 'whom the shop trusted with how much' },
  { table: 'credit_open_charges', column: 'customer_id', policy: 'recompute', why: 'what of the ledger is still open' },
  { table: 'credit_debts', column: 'customer_id', policy: 'recompute', why: 'the sum of the ledger' },
  { table: 'kept_goods', column: 'customer_id', policy: 'move', counts: 'keptGoods' },
  {
    table: 'kept_entries',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [{ column: 'kept_id', table: 'kept_goods' }],
  },
  { table: 'lapsing_points', column: 'customer_id', policy: 'recompute', why: 'what is left of lots that lapse' },
  {
    table: 'count_cards',
    column: 'customer_id',
    policy: 'move',
    counts: 'countCards',
    follows: [{ column: 'visit_id', table: 'visits' }],
  },
  { table: 'value_cards', column: 'customer_id', policy: 'move', counts: 'valueCards' },
  {
    table: 'value_card_owners',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    key: ['card_id'],
    follows: [{ column: 'visit_id', table: 'visits' }],
  },
  {
    table: 'coupons',
    column: 'customer_id',
    policy: 'move',
    counts: 'coupons',
    follows: [{ column: 'visit_id', table: 'visits' }],
  },
  { table: 'gifts', column: 'customer_id', policy: 'move', counts: 'gifts' },
  { table: 'reward_redemptions', column: 'customer_id', policy: 'move', counts: 'rewards' },
  { table: 'interactions', column: 'customer_id', policy: 'move', counts: 'contacts' },
  {
    table: 'callbacks',
    column: 'customer_id',
    policy: 'move',
    counts: 'callbacks',
    follows: [{ column: 'interaction_id', table: 'interactions' }],
  },
  {
    table: 'contact_methods',
    column: 'customer_id',
    policy: 'unite',
    counts: 'contactMethods',
    same: [`coalesce($.e164, $.type || ' ' || lower($.value))`],
  },
  {
    table: 'important_dates',
    column: 'customer_id',
    policy: 'unite',
    counts: 'dates',
    // One birthday a person: which of two it is, is a choice of its own.
    same: [
      `CASE $.kind WHEN 'birthday' THEN $.kind
        ELSE json_array($.kind, $.label, $.calendar, $.year, $.month, $.day, $.is_leap_month) END`,
    ],
  },
  {
    table: 'family_members',
    column: 'customer_id',
    policy: 'unite',
    counts: 'family',
    same: ['$.name', '$.relation', '$.calendar', '$.birth_year', '$.birth_month', '$.birth_day', '$.is_leap_month'],
  },
  {
    table: 'relationships',
    column: 'customer_id',
    policy: 'unite',
    counts: 'relationships',
    key: ['other_id', 'kind'],
    same: ['$.other_id', '$.kind'],
    except: '$.other_id = @survivor',
  },
  {
    table: 'relationships',
    column: 'other_id',
    policy: 'unite',
    counts: 'relationships',
    key: ['customer_id', 'kind'],
    same: ['$.customer_id', '$.kind'],
    except: '$.customer_id = @survivor',
  },
  {
    table: 'customer_tags',
    column: 'customer_id',
    policy: 'unite',
    counts: 'tags',
    key: ['tag_id'],
    same: ['$.tag_id'],
    // Of an exclusive group the survivor keeps the tag they have.
    except: `EXISTS (SELECT 1 FROM tags AS wanted
      JOIN tag_groups ON tag_groups.id = wanted.group_id AND tag_groups.is_exclusive = 1
      JOIN tags AS known ON known.group_id = wanted.group_id
      JOIN customer_tags AS theirs ON theirs.tag_id = known.id AND theirs.customer_id = @survivor
      WHERE wanted.id = $.tag_id)`,
  },
  {
    table: 'custom_field_values',
    column: 'customer_id',
    policy: 'unite',
    counts: 'customFields',
    key: ['field_id', 'slot'],
    same: ['$.field_id'],
  },
  {
    table: 'safety_facts',
    column: 'customer_id',
    policy: 'unite',
    counts: 'safety',
    // One that is removed or has ended must not keep back one that stands.
    same: ['$.kind', 'lower(trim($.what))', '$.severity', '$.ended_on', '$.removed_at IS NULL'],
  },
  {
    table: 'patch_tests',
    column: 'customer_id',
    policy: 'unite',
    counts: 'safety',
    same: ['$.product_id', '$.what', '$.result', '$.done_on', '$.valid_days', '$.removed_at IS NULL'],
  },
  {
    table: 'arrival_alerts',
    column: 'customer_id',
    policy: 'unite',
    counts: 'safety',
    same: ['$.alert', '$.from_on', '$.until_on', '$.ends_with_visit', '$.dismissed_at IS NULL', '$.visit_id'],
  },
  // Whoever was not to be served under either card is not to be served.
  { table: 'customer_blocks', column: 'customer_id', policy: 'unite', counts: 'safety', same: ['$.id'] },
  { table: 'attachments', column: 'customer_id', policy: 'unite', counts: 'files', same: ['$.id'] },
  { table: 'attachment_pairs', column: 'customer_id', policy: 'unite', counts: null, same: ['$.id'] },
  {
    table: 'tag_change_bearers',
    column: 'customer_id',
    policy: 'unite',
    counts: null,
    key: ['change_id'],
    same: ['$.change_id'],
  },
  {
    table: 'tag_change_dropped',
    column: 'customer_id',
    policy: 'unite',
    counts: null,
    key: ['change_id', 'tag_id'],
    same: ['$.change_id', '$.tag_id'],
  },
  {
    table: 'customers',
    column: 'referrer_id',
    policy: 'move',
    counts: 'referrals',
    // Nobody was referred by themselves.
    except: '$.id = @survivor',
  },
  { table: 'advocates', column: 'customer_id', policy: 'move', counts: null },
  { table: 'product_tests', column: 'customer_id', policy: 'move', counts: null },
  { table: 'referral_codes', column: 'customer_id', policy: 'move', counts: null, key: ['code'] },
  // What was said about the two of them stays with the card merged away.
  { table: 'referral_events', column: 'customer_id', policy: 'move', counts: null, except: '$.referrer_id = @survivor' },
  { table: 'referral_events', column: 'referrer_id', policy: 'move', counts: null, except: '$.customer_id = @survivor' },
  {
    table: 'referral_rewards',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    except: '$.referrer_id = @survivor',
    follows: [
      { column: 'visit_id', table: 'visits' },
      { column: 'reverses_id', table: 'referral_rewards' },
    ],
  },
  {
    table: 'referral_rewards',
    column: 'referrer_id',
    policy: 'move',
    counts: null,
    except: '$.customer_id = @survivor',
    follows: [{ column: 'reverses_id', table: 'referral_rewards' }],
  },
  { table: 'customers', column: 'merged_into_id', policy: 'move', counts: null },
  { table: 'things', column: 'customer_id', policy: 'move', counts: 'things' },
  {
    table: 'expiring_facts',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [{ column: 'thing_id', table: 'things' }],
  },
  {
    table: 'thing_events',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [
      { column: 'thing_id', table: 'things' },
      { column: 'fact_id', table: 'expiring_facts' },
    ],
  },
  { table: 'interests', column: 'customer_id', policy: 'move', counts: 'interests' },
  { table: 'signed_forms', column: 'customer_id', policy: 'move', counts: 'signedForms' },
  {
    table: 'appointments',
    column: 'customer_id',
    policy: 'move',
    counts: 'appointments',
    follows: [{ column: 'thing_id', table: 'things' }],
  },
  { table: 'queue_entries', column: 'customer_id', policy: 'move', counts: null },
  { table: 'waitlist_entries', column: 'customer_id', policy: 'move', counts: null },
  {
    table: 'service_records',
    column: 'customer_id',
    policy: 'move',
    counts: 'serviceRecords',
    follows: [
      { column: 'thing_id', table: 'things' },
      { column: 'visit_id', table: 'visits' },
    ],
  },
  {
    table: 'measurements',
    column: 'customer_id',
    policy: 'move',
    counts: 'measurements',
    follows: [
      { column: 'thing_id', table: 'things' },
      { column: 'visit_id', table: 'visits' },
    ],
  },
  {
    table: 'incidents',
    column: 'customer_id',
    policy: 'move',
    counts: 'incidents',
    follows: [
      { column: 'thing_id', table: 'things' },
      { column: 'visit_id', table: 'visits' },
    ],
  },
  { table: 'tasks', column: 'customer_id', policy: 'move', counts: 'tasks' },
  { table: 'opportunities', column: 'customer_id', policy: 'move', counts: 'opportunities' },
  {
    table: 'opportunity_events',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    follows: [{ column: 'opportunity_id', table: 'opportunities' }],
  },
  { table: 'member_card_events', column: 'customer_id', policy: 'keep', why: 'what was done to the numbers of that card' },
  { table: 'import_additions', column: 'customer_id', policy: 'keep', why: 'what an import added to that card' },
  { table: 'customer_changes', column: 'customer_id', policy: 'keep', why: 'what was done to that card' },
  { table: 'field_verifications', column: 'customer_id', policy: 'keep', why: 'when the values of that card were verified' },
  { table: 'handover_customers', column: 'customer_id', policy: 'keep', why: 'to whom that card was passed' },
  { table: 'merges', column: 'survivor_id', policy: 'keep', why: 'which cards were merged' },
  { table: 'merges', column: 'other_id', policy: 'keep', why: 'which cards were merged' },
  { table: 'duplicate_pairs', column: 'one_id', policy: 'keep', why: 'which cards were compared' },
  { table: 'duplicate_pairs', column: 'other_id', policy: 'keep', why: 'which cards were compared' },
  { table: 'care_accepted', column: 'customer_id', policy: 'keep', why: 'said of a value on that card' },
  { table: 'care_asks', column: 'customer_id', policy: 'keep', why: 'asked of that card' },
  { table: 'care_checks', column: 'customer_id', policy: 'keep', why: 'that card was on the list of that quarter' },
  {
    table: 'profile_rewards',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    key: ['entry_id'],
    follows: [{ column: 'entry_id', table: 'points_entries' }],
  },
  {
    table: 'points_file_rows',
    column: 'customer_id',
    policy: 'move',
    counts: null,
    key: ['file_id', 'line'],
    follows: [{ column: 'entry_id', table: 'points_entries' }],
  },
  { table: 'consents', column: 'customer_id', policy: 'move', counts: null },
  { table: 'intakes', column: 'customer_id', policy: 'move', counts: null },
  { table: 'profile_proposals', column: 'customer_id', policy: 'move', counts: null },
  { table: 'customer_care', column: 'customer_id', policy: 'recompute', why: 'scored from the facts' },
  { table: 'care_anomalies', column: 'customer_id', policy: 'recompute', why: 'checked from the facts' },
  { table: 'care_due', column: 'customer_id', policy: 'recompute', why: 'noted with every change' },
  { table: 'recent_customers', column: 'customer_id', policy: 'keep', why: 'which card was opened' },
  { table: 'bulk_edit_rows', column: 'customer_id', policy: 'keep', why: 'what was replaced on that card' },
  { table: 'customer_summaries', column: 'customer_id', policy: 'recompute', why: 'counted from visits, contacts and ledger' },
  { table: 'class_changes', column: 'customer_id', policy: 'keep', why: 'in which groups that card was, day by day' },
  { table: 'customer_classes', column: 'customer_id', policy: 'recompute', why: 'judged from the facts' },
  { table: 'reminders', column: 'customer_id', policy: 'recompute', why: 'judged from the facts' },
  { table: 'callback_queue', column: 'customer_id', policy: 'recompute', why: 'judged from the facts' },
];
