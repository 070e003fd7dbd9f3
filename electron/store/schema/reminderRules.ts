import type { ReminderRuleId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';

interface ReminderRulesTable {
  id: ReminderRuleId;
  name: string;
  /** JSON: the terms of a rule as the contract has them. */
  terms: string;
  is_on: 0 | 1;
  position: number;
  created_at: Instant;
  changed_at: Instant;
}

export interface ReminderRulesTables {
  reminder_rules: ReminderRulesTable;
}
