import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract.ts';

type Warning = OutputOf<'safety.warnings'>['warnings'][number];

/** A warning as a sentence, in words and not by colour alone. */
export const warningText = (
  t: TFunction,
  { code, subject, ...warning }: Pick<Warning, 'code' | 'subject'> & Partial<Warning>,
): string =>
  t(`safety.warning.${code}`, {
    subject,
    on: warning.on ?? '',
    severity: warning.severity == null ? '' : t('safety.inBrackets', { text: t(`safety.severity.${warning.severity}`) }),
  });
