import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { skipReasons } from '../../../shared/domain/imports/fields.ts';

type Findings = Pick<
  OutputOf<'imports.preview'>,
  | 'reasons'
  | 'ignoredColumns'
  | 'secretColumns'
  | 'storedValueColumns'
  | 'leftOut'
  | 'sharedPhones'
  | 'isOwnForm'
  | 'unknownReferrers'
  | 'unknownStaff'
>;

/** What was passed over and why, and what a person should know of the file. */
export const ImportFindings = ({ findings }: { readonly findings: Findings }) => {
  const { t } = useTranslation();
  const { reasons, ignoredColumns, secretColumns, storedValueColumns, leftOut, sharedPhones } = findings;
  const between = t('imports.found.between');
  const columns = (names: readonly string[]): string => names.join(between);
  const { isOwnForm, unknownReferrers, unknownStaff } = findings;
  const lines = [
    ...(isOwnForm ? [t('imports.found.ownForm')] : []),
    ...reasons.flatMap(({ code, count }) => {
      const skipped = skipReasons.find((reason) => reason === code);
      return skipped === undefined ? [] : [t(`imports.skipped.${skipped}`, { count })];
    }),
    ...(sharedPhones.inShop > 0 ? [t('imports.found.phonesInShop', { count: sharedPhones.inShop })] : []),
    ...(sharedPhones.inFile > 0 ? [t('imports.found.phonesInFile', { count: sharedPhones.inFile })] : []),
    ...(unknownStaff.length > 0 ? [t('imports.found.unknownStaff', { names: columns(unknownStaff) })] : []),
    ...(unknownReferrers.length > 0 ? [t('imports.found.unknownReferrers', { codes: columns(unknownReferrers) })] : []),
    ...(secretColumns.length > 0 ? [t('imports.found.secret', { columns: columns(secretColumns) })] : []),
    ...(storedValueColumns.length > 0 ? [t('imports.found.storedValue', { columns: columns(storedValueColumns) })] : []),
    ...(leftOut.length > 0 ? [t('imports.found.leftOut', { parts: columns(leftOut) })] : []),
    ...(ignoredColumns.length > 0 ? [t('imports.found.ignored', { columns: columns(ignoredColumns) })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <List size="sm" c="dimmed" mb="sm">
      {lines.map((line) => (
        <List.Item key={line}>
          <Text size="sm">{line}</Text>
        </List.Item>
      ))}
    </List>
  );
};
