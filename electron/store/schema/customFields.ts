import type { Generated } from 'kysely';
import type { CustomFieldType } from '../../../shared/contract/customFields.ts';
import type { PrivateGroup } from '../../../shared/domain/privateGroups.ts';
import type { CustomerId, CustomFieldId, CustomFieldOptionId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Flag } from '../schema.ts';

export interface CustomFieldsTable {
  id: CustomFieldId;
  name: string;
  type: CustomFieldType;
  group_name: string;
  position: number;
  is_required: Flag;
  is_searchable: Flag;
  is_in_list: Flag;
  archived_at: Instant | null;
  /** Seen only with the group's right (X40). */
  private_group: Generated<PrivateGroup | null>;
}
export interface CustomFieldOptionsTable {
  id: CustomFieldOptionId;
  field_id: CustomFieldId;
  name: string;
  position: number;
  archived_at: Instant | null;
}
/** One of the four values is set. `slot` is '' but for the chosen options of a field with several: there it is the option. */
export interface CustomFieldValuesTable {
  customer_id: CustomerId;
  field_id: CustomFieldId;
  slot: Generated<string>;
  text_value: string | null;
  number_value: number | null;
  date_value: LocalDate | null;
  option_id: CustomFieldOptionId | null;
}

export interface CustomFieldTables {
  custom_fields: CustomFieldsTable;
  custom_field_options: CustomFieldOptionsTable;
  custom_field_values: CustomFieldValuesTable;
}
