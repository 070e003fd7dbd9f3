import type { ConsentPurpose } from '../../shared/domain/privacy/consents.ts';
import type { ConsentCondition } from '../../shared/contract/customerFilter.ts';

// Who stands how with a purpose, as SQL over `customers`. Names people (`customers.id IN`) wherever few are meant, so that they lead.

const latest = (purpose: ConsentPurpose, state: 'given' | 'withdrawn'): string =>
  `SELECT said.customer_id FROM consents AS said WHERE said.purpose = '${purpose}' AND said.state = '${state}'
     AND said.undone_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM consents AS later WHERE later.customer_id = said.customer_id AND later.purpose = said.purpose
         AND later.undone_at IS NULL AND (later.on_date, later.at, later.id) > (said.on_date, said.at, said.id))`;

/** Of keeping records the card's own fields tell; see `recordsConsent`. */
const WITHDRAWN = 'SELECT id FROM customers AS gone WHERE gone.consent_withdrawn_on IS NOT NULL';
const WITHDRAWN_SINCE = `${WITHDRAWN} AND (gone.consent_on IS NULL OR gone.consent_on <= gone.consent_withdrawn_on)`;

const records: Readonly<Record<ConsentCondition['state'], string>> = {
  given: `(customers.consent_on IS NOT NULL AND customers.id NOT IN (${WITHDRAWN_SINCE}))`,
  withdrawn: `customers.id IN (${WITHDRAWN_SINCE})`,
  unasked: `(customers.consent_on IS NULL AND customers.id NOT IN (${WITHDRAWN}))`,
};

/** The condition that a customer stands so with a purpose: agreed, withdrew or declined, or was never asked. */
export const consentIs = ({ purpose, state }: ConsentCondition): string => {
  if (purpose === 'records') return records[state];
  if (state !== 'unasked') return `customers.id IN (${latest(purpose, state)})`;
  const asked = (said: 'given' | 'withdrawn'): string =>
    `SELECT customer_id FROM consents WHERE purpose = '${purpose}' AND state = '${said}' AND undone_at IS NULL`;
  return `customers.id NOT IN (${asked('given')} UNION ALL ${asked('withdrawn')})`;
};
