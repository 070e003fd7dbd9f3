import type { CommissionKind } from '../../../shared/domain/commissions/commissions.ts';
import type { CommissionRuleId, ProductId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface CommissionRulesTable {
  id: CommissionRuleId;
  name: string;
  kind: CommissionKind;
  product_id: ProductId | null;
  category: string | null;
  rate_kind: 'percent' | 'each';
  /** Basis points of a share, cents for each. */
  rate: number;
  from_on: LocalDate | null;
  until_on: LocalDate | null;
  position: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

export interface CommissionTables {
  commission_rules: CommissionRulesTable;
}
