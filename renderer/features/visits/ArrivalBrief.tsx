import { Button, Drawer, Group, Kbd, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardsBrief } from '../countCards/CardsBrief.tsx';
import { StampsBrief } from '../stamps/StampsBrief.tsx';
import { CreditBrief } from '../credit/CreditBrief.tsx';
import { KeptBrief } from '../keptGoods/KeptBrief.tsx';
import { Portrait } from '../customers/portrait/Portrait.tsx';
import { ToDoList } from '../customers/card/ToDoList.tsx';
import type { Card } from '../customers/form/customerValues.ts';
import { InterestForm } from '../interests/InterestForm.tsx';
import { useInterests } from '../interests/useInterests.ts';
import { entryId, focusField } from './lineCell.ts';
import { useOpeningWords } from './useOpeningWords.ts';

/**
 * Somebody has come in (R015): who they are, what is open with them, what one could say, and F6 for what they look at, try or ask about
 * (R018). The sale goes on below.
 */
export const ArrivalBrief = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { save } = useInterests(card.id);
  const openings = useOpeningWords(card);
  const ask = (): void => {
    setIsAsking(true);
  };
  const close = (): void => {
    setIsAsking(false);
  };
  useHotkeys([['F6', ask]], []);
  return (
    <Stack gap="xs" component="section" aria-label={t('visits.arrival.title')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2} miw={0}>
          <Portrait card={card} />
          {openings.length > 0 && (
            <Text size="sm">
              <Text span inherit c="dimmed">
                {t('visits.arrival.say.title')}
              </Text>{' '}
              {openings.join(' ')}
            </Text>
          )}
        </Stack>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          leftSection={<IconEye size={16} stroke={1.7} aria-hidden />}
          rightSection={<Kbd size="xs">F6</Kbd>}
          onClick={ask}
        >
          {t('visits.arrival.interest')}
        </Button>
      </Group>
      <CardsBrief customerId={card.id} />
      <StampsBrief customerId={card.id} />
      <CreditBrief card={card} />
      <KeptBrief customerId={card.id} />
      <ToDoList card={card} isQuietWhenEmpty isHere />
      <Drawer
        position="right"
        size={460}
        opened={isAsking}
        onClose={close}
        // Back to where the next item is typed, whatever had the focus before.
        returnFocus={false}
        onExitTransitionEnd={() => {
          focusField(entryId);
        }}
        title={t('visits.arrival.interestTitle', { name: card.fields.name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isAsking && <InterestForm interest={null} onSave={(input) => save(input, null)} onClose={close} />}
      </Drawer>
    </Stack>
  );
};
