import { Button, Paper, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { formatQuantity } from '../../../shared/domain/quantity.ts';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useMoney } from '../../components/useMoney.ts';
import { backOf, leftOf, type BackDrafts } from './backDrafts.ts';

type Line = OutputOf<'visits.findById'>['lines'][number];

/** The id of the field that says how much of a line comes back. */
export const backFieldId = (lineId: string): string => `return-${lineId}`;

interface BackLinesProps {
  readonly lines: readonly Line[];
  readonly drafts: BackDrafts;
  readonly isChecked: boolean;
  readonly isNothingChosen: boolean;
  readonly onChange: (lineId: string, text: string) => void;
}

/** What was sold, how much of each can still come back, and how much does. */
export const BackLines = ({ lines, drafts, isChecked, isNothingChosen, onChange }: BackLinesProps) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder>
      <Table verticalSpacing={6} horizontalSpacing="md" aria-label={t('sales.return.lines')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('visits.lines.item')}</Table.Th>
            <Table.Th ta="right">{t('sales.return.left')}</Table.Th>
            <Table.Th w="13rem">{t('sales.return.quantity')}</Table.Th>
            <Table.Th ta="right" w="9rem">
              {t('sales.return.gives')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            <BackLine
              key={line.id}
              line={line}
              isFirst={index === 0}
              typed={drafts[line.id] ?? ''}
              isChecked={isChecked}
              onChange={(text) => {
                onChange(line.id, text);
              }}
            />
          ))}
        </Table.Tbody>
      </Table>
      {isNothingChosen && (
        <Text size="sm" c="var(--mantine-color-error)" px="md" pb="sm" role="alert">
          {t('sales.return.nothing')}
        </Text>
      )}
    </Paper>
  );
};

interface BackLineProps {
  readonly line: Line;
  readonly isFirst: boolean;
  readonly typed: string;
  readonly isChecked: boolean;
  readonly onChange: (text: string) => void;
}

const BackLine = ({ line, isFirst, typed, isChecked, onChange }: BackLineProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const left = leftOf(line);
  const gives = backOf(line, typed);
  const focusFirst = useFocusOnMount(isFirst);
  const isWrong = gives === null && (isChecked || typed.trim() !== '');
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={700}>
          {line.name}
        </Text>
        {line.serialNumber !== null && (
          <Text size="sm" c="dimmed">
            {t('visits.lines.serial', { number: line.serialNumber })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatQuantity(left)}</Table.Td>
      <Table.Td>
        <TextInput
          id={backFieldId(line.id)}
          ref={focusFirst}
          aria-label={t('sales.return.quantityOf', { name: line.name })}
          disabled={left === 0}
          inputMode="decimal"
          maxLength={16}
          error={isWrong ? t('sales.return.tooMuch', { left: formatQuantity(left) }) : undefined}
          rightSectionWidth={64}
          rightSection={
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={left === 0}
              aria-label={t('sales.return.allOf', { name: line.name })}
              onClick={() => {
                onChange(formatQuantity(left));
              }}
            >
              {t('sales.return.all')}
            </Button>
          }
          value={typed}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      </Table.Td>
      <Table.Td ta="right">{gives ? money(gives.amountCents, true) : '—'}</Table.Td>
    </Table.Tr>
  );
};
