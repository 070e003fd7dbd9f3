import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../../shared/contract/customerFilter.ts';
import { tidied, type FilterOptions } from './conditions.ts';
import { CustomConditions } from './CustomConditions.tsx';
import { ChoiceConditions } from './ChoiceConditions.tsx';
import { RangeConditions } from './RangeConditions.tsx';

export interface ConditionProps {
  readonly filter: CustomerFilter;
  /** Lays conditions over those that are there; undefined takes one away. */
  readonly onChange: (changes: CustomerFilter) => void;
}

interface FilterDrawerProps {
  readonly isOpen: boolean;
  readonly filter: CustomerFilter;
  readonly options: FilterOptions;
  /** How many the list shows by it; null while it is being counted. */
  readonly count: number | null;
  readonly onChange: (filter: CustomerFilter) => void;
  readonly onClose: () => void;
}

/** Every condition the list can be narrowed by, one below the other; the list behind follows each change. */
export const FilterDrawer = ({ isOpen, filter, options, count, onChange, onClose }: FilterDrawerProps) => {
  const { t } = useTranslation();
  const change = (changes: CustomerFilter): void => {
    onChange(tidied({ ...filter, ...changes }));
  };
  return (
    <Drawer
      position="right"
      size={400}
      opened={isOpen}
      onClose={onClose}
      title={t('lists.filter.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Group justify="space-between">
          <Text size="sm" component="output">
            {count === null ? t('customers.list.counting') : t('customers.list.found', { count })}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={Object.keys(filter).length === 0}
            onClick={() => {
              onChange({});
            }}
          >
            {t('lists.filter.clear')}
          </Button>
        </Group>
        <ChoiceConditions filter={filter} options={options} onChange={change} />
        <RangeConditions filter={filter} onChange={change} />
        <CustomConditions filter={filter} fields={options.customFields} onChange={change} />
        <Button onClick={onClose}>{t('lists.filter.done')}</Button>
      </Stack>
    </Drawer>
  );
};
