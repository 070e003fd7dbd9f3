import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Card } from '../form/customerValues.ts';
import { fieldGroups, type FieldGroup } from '../form/fields.ts';
import { FactRow } from './FactRow.tsx';

const columns: readonly (readonly FieldGroup[])[] = [['basics', 'belonging'], ['contact'], ['taste']];

/** Every fact of the person, edited where it stands. */
export const FactsTab = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  return (
    <SimpleGrid type="container" cols={{ base: 1, '560px': 2, '880px': 3 }} spacing="xl" p="md">
      {columns.map((groups) => (
        <Stack key={groups.join(' ')} gap="lg">
          {groups.map((group) => (
            <section key={group}>
              <Text component="h2" size="xs" c="dimmed" mb={4}>
                {t(`customers.facts.groups.${group}`)}
              </Text>
              {fieldGroups[group].map((field) => (
                <FactRow key={field} card={card} field={field} />
              ))}
            </section>
          ))}
          {groups[0] === 'taste' && card.tags.length > 0 && (
            <section>
              <Text component="h2" size="xs" c="dimmed" mb={4}>
                {t('customers.facts.tags')}
              </Text>
              <Group gap={4}>
                {card.tags.map(({ tagId, name }) => (
                  <Badge key={tagId} color="gray" variant="outline">
                    {name}
                  </Badge>
                ))}
              </Group>
            </section>
          )}
        </Stack>
      ))}
    </SimpleGrid>
  );
};
