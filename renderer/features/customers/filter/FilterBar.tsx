import { Badge, Button, CloseButton, Group } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../../shared/types/amounts.ts';
import type { CustomerFilter } from '../../../../shared/contract/customerFilter.ts';
import { useShop } from '../../../app/shop.tsx';
import { useMoney } from '../../../components/useMoney.ts';
import { conditionsOf, type FilterOptions } from './conditions.ts';

interface FilterBarProps {
  readonly filter: CustomerFilter;
  readonly options: FilterOptions | undefined;
  readonly onChange: (filter: CustomerFilter) => void;
  readonly onOpen: () => void;
}

/** The conditions the list is narrowed by, each as a phrase that can be taken away, and the way to more. */
export const FilterBar = ({ filter, options, onChange, onOpen }: FilterBarProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { settings } = useShop();
  const conditions = conditionsOf(filter, { t, options, language: settings.language, money: (value) => money(cents(value)) });
  return (
    <Group gap={6} role="group" aria-label={t('lists.filter.conditions')}>
      {conditions.map(({ key, text, without }) => (
        <Badge
          key={key}
          size="lg"
          pr={4}
          maw="22rem"
          rightSection={
            <CloseButton
              size="xs"
              c="inherit"
              aria-label={t('customers.list.clearFilter', { name: text })}
              onClick={() => {
                onChange(without);
              }}
            />
          }
        >
          {text}
        </Badge>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFilter size={15} stroke={1.7} aria-hidden />}
        disabled={options === undefined}
        onClick={onOpen}
      >
        {t('lists.filter.add')}
      </Button>
      {conditions.length > 1 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            onChange({});
          }}
        >
          {t('lists.filter.clear')}
        </Button>
      )}
    </Group>
  );
};
