import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Group, MovementCell } from '../../../shared/domain/segments/movement.ts';

interface MovementTableProps {
  readonly cells: readonly MovementCell[];
  readonly order: readonly (Group | null)[];
  readonly nameOf: (group: Group | null, side: 'before' | 'after') => string;
  readonly chosen: MovementCell | null;
  readonly onChoose: (cell: MovementCell) => void;
}

const sum = (cells: readonly MovementCell[]): number => cells.reduce((total, { count }) => total + count, 0);

/** From which group down, to which across; every figure opens its people. Groups with nobody on either day are left out. */
export const MovementTable = ({ cells, order, nameOf, chosen, onChoose }: MovementTableProps) => {
  const { t, i18n } = useTranslation();
  const rowsThere = order.filter((group) => cells.some(({ before }) => before === group));
  const columnsThere = order.filter((group) => cells.some(({ after }) => after === group));
  const figure = (count: number): string => count.toLocaleString(i18n.language);
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table aria-label={t('movement.table')} verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('movement.corner')}</Table.Th>
            {columnsThere.map((group) => (
              <Table.Th key={group ?? ''} ta="right" fw={500}>
                {nameOf(group, 'after')}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('movement.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rowsThere.map((before) => (
            <Table.Tr key={before ?? ''}>
              <Table.Th scope="row" fw={500}>
                {nameOf(before, 'before')}
              </Table.Th>
              {columnsThere.map((after) => {
                const cell = cells.find((each) => each.before === before && each.after === after);
                if (!cell) return <Table.Td key={after ?? ''} />;
                const words = {
                  before: nameOf(before, 'before'),
                  after: nameOf(after, 'after'),
                  count: cell.count,
                  figure: figure(cell.count),
                };
                return (
                  <Table.Td key={after ?? ''} ta="right">
                    <Button
                      variant={before === after ? 'subtle' : 'light'}
                      size="compact-sm"
                      aria-label={t('movement.cell', words)}
                      aria-pressed={chosen?.before === before && chosen.after === after}
                      onClick={() => {
                        onChoose(cell);
                      }}
                    >
                      {figure(cell.count)}
                    </Button>
                  </Table.Td>
                );
              })}
              <Table.Td ta="right">
                <Text size="sm">{figure(sum(cells.filter((cell) => cell.before === before)))}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('movement.total')}</Table.Th>
            {columnsThere.map((after) => (
              <Table.Td key={after ?? ''} ta="right">
                {figure(sum(cells.filter((cell) => cell.after === after)))}
              </Table.Td>
            ))}
            <Table.Td ta="right">{figure(sum(cells))}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
