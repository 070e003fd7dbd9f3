import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import type { Card } from '../form/customerValues.ts';
import { partialDateWords } from '../partialDateWords.ts';

export const FamilyTab = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  return (
    <SimpleGrid cols={2} spacing="xl" p="md">
      <Stack gap="xs">
        {card.importantDates.map((date) => (
          <Text key={date.id} size="sm">
            {date.label} {partialDateWords(t, date.date, settings.language)}{' '}
            {date.nextOn === null ? '' : dateWords(t, date.nextOn, today)}
          </Text>
        ))}
      </Stack>
    </SimpleGrid>
  );
};
