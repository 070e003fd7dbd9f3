import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';

type Evidence = OutputOf<'duplicates.list'>['rows'][number]['reasons'][number];

const against: ReadonlySet<Evidence['code']> = new Set(['different_name', 'different_birthday', 'different_gender']);

/** Why two may be one, in words with figures; what speaks against it is grey. */
export const ReasonBadges = ({ reasons }: { readonly reasons: readonly Evidence[] }) => {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      {reasons.map(({ code, value }) => (
        <Badge key={code} variant="light" color={against.has(code) ? 'gray' : 'jade'} tt="none" fw={500}>
          {t(`duplicates.reason.${code}`, { value: value ?? '' })}
        </Badge>
      ))}
    </Group>
  );
};
