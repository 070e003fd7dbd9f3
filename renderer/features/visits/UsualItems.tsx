import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import { usualSource, type UsualItem } from './entryOptions.ts';
import type { LineSource } from './lines.ts';

const MOST = 6;

/** What this person usually has, one press each. */
export const UsualItems = ({
  items,
  onAdd,
}: {
  readonly items: readonly UsualItem[];
  readonly onAdd: (source: LineSource) => void;
}) => {
  const { t } = useTranslation();
  const money = useMoney();
  if (items.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('visits.usual')}
      </Text>
      {items.slice(0, MOST).map((item) => {
        const source = usualSource(item);
        return (
          <Button
            key={`${item.productId ?? ''} ${item.name}`}
            variant="default"
            radius="xl"
            size="compact-md"
            fz="sm"
            onClick={() => {
              onAdd(source);
            }}
          >
            {item.name}
            {source.price !== null && ` ${money(source.price)}`}
          </Button>
        );
      })}
    </Group>
  );
};
