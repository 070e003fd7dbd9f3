import { Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { conditionsOf } from '../../../shared/domain/segments/conditions.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { useConditionWords } from './useConditionWords.ts';

interface WhyInProps {
  readonly source: CallInput<'ownSegments.explain'>['source'];
  readonly customerId: string;
}

/** Every condition with what this customer has: "in, because ..." (R031). */
export const WhyIn = ({ source, customerId }: WhyInProps) => {
  const { t } = useTranslation();
  const { withFigures } = useConditionWords();
  const { data, error, refetch } = useOperation('ownSegments.explain', { source, customerId });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const conditions = new Map(conditionsOf(data.tree).map(({ path, condition }) => [path, condition]));
  return (
    <Stack gap={6} tabIndex={-1} data-autofocus>
      <Text size="sm" fw={700}>
        {t(data.isIn ? 'ownSegments.people.isIn' : 'ownSegments.people.isOut')}
      </Text>
      {data.conditions.map(({ path, holds, figure, values }) => {
        const condition = conditions.get(path);
        const Sign = holds ? IconCheck : IconX;
        return (
          condition && (
            <Group key={path} gap={6} wrap="nowrap" align="flex-start">
              <Sign
                size={16}
                stroke={2}
                style={{ flex: 'none' }}
                color={holds ? 'var(--mantine-color-jade-text)' : 'var(--mantine-color-dimmed)'}
                aria-label={t(holds ? 'ownSegments.people.holds' : 'ownSegments.people.holdsNot')}
              />
              <Text size="sm" {...(!holds && { c: 'dimmed' })}>
                {withFigures(condition, { figure, values })}
              </Text>
            </Group>
          )
        );
      })}
    </Stack>
  );
};
