import { Radio, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useValueText } from './useValueText.ts';
import type { Field, Side } from './useValueText.ts';

type Take = OutputOf<'merges.preview'>['differences'][number]['take'];

interface FieldChoiceProps {
  readonly field: Field;
  readonly survivor: Side;
  readonly other: Side;
  readonly mayJoin: boolean;
  readonly take: Take;
  readonly onTake: (take: Take) => void;
}

/** One field on which the cards differ: this value, that one, or for notes both. */
export const FieldChoice = ({ field, survivor, other, mayJoin, take, onTake }: FieldChoiceProps) => {
  const { t } = useTranslation();
  const valueText = useValueText();
  const name = t(`customers.fields.${field}`);
  const option = (value: Take, label: string) => (
    <Radio
      name={field}
      value={value}
      label={label}
      aria-label={t('duplicates.pair.chosen', { value: label, field: name })}
      checked={take === value}
      onChange={() => {
        onTake(value);
      }}
    />
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Text size="sm" c="dimmed">
          {name}
        </Text>
      </Table.Th>
      <Table.Td>
        <Stack gap={6}>
          {option('survivor', valueText(survivor, field))}
          {mayJoin && option('both', t('duplicates.pair.both'))}
        </Stack>
      </Table.Td>
      <Table.Td>{option('other', valueText(other, field))}</Table.Td>
    </Table.Tr>
  );
};
