import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronRight, IconDoorEnter } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { IncidentsNotice } from '../../incidents/IncidentsNotice.tsx';
import { SafetyNotice } from '../../safety/SafetyNotice.tsx';
import { Figures } from '../card/Figures.tsx';
import { GlanceText } from '../card/GlanceText.tsx';
import { NameLine } from '../card/NameLine.tsx';
import { PhoneLine } from '../card/PhoneLine.tsx';
import { ToDoList } from '../card/ToDoList.tsx';

/** The selected person, to read beside the list. */
export const CustomerPreview = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // Reading someone and pressing F2 means this person.
  useHotkeys([['F2', () => void navigate({ to: '/visit', search: { customerId } })]], []);
  const card = useOperation('customers.findById', { customerId }, { keepPrevious: true });
  if (card.error !== null) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  if (card.data === undefined) return null;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
          <Title order={2} miw={0} lh={1.4}>
            <NameLine card={card.data} />
          </Title>
        </Group>
        <PhoneLine card={card.data} />
      </Stack>
      <Group gap="xs" grow>
        <Button
          leftSection={<IconDoorEnter size={18} stroke={1.7} aria-hidden />}
          rightSection={<Kbd size="xs">F2</Kbd>}
          renderRoot={(props) => <Link {...props} to="/visit" search={{ customerId }} />}
        >
          {t('customers.card.visit')}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} stroke={1.7} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId }} search={{}} />}
        >
          {t('customers.list.openCard')}
        </Button>
      </Group>
      <SafetyNotice card={card.data} />
      <IncidentsNotice customerId={card.data.id} />
      <GlanceText card={card.data} />
      <ToDoList card={card.data} isQuietWhenEmpty />
      <Figures card={card.data} />
      {card.data.fields.note !== null && (
        <Text size="sm" c="dimmed" lineClamp={6}>
          {card.data.fields.note}
        </Text>
      )}
    </Stack>
  );
};
