import { Box, Button, Group, Kbd, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newCustomerSearchOf } from '../../app/newCustomerSearch.ts';
import hitClasses from '../../components/CustomerHits.module.css';
import { isDialogOpen } from '../../components/dialogs.ts';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import { DateText } from '../../components/DateText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { VipBadge } from '../../components/VipBadge.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { ParkedVisits } from './ParkedVisits.tsx';
import classes from './WhoStep.module.css';

const MOST_RECENT = 8;

interface WhoStepProps {
  readonly onPick: (customerId: string) => void;
  readonly onWalkIn: () => void;
  readonly onResume: (parkedVisitId: string) => void;
}

/** The first step where nobody is chosen yet: find the person, pick one of the latest, create a new one, or serve somebody without a name. */
export const WhoStep = ({ onPick, onWalkIn, onResume }: WhoStepProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // F2 led here; once more is somebody whose name nobody asks for.
  useWindowEvent(
    'keydown',
    (event) => {
      if (event.key !== 'F2' || event.repeat || event.defaultPrevented || isDialogOpen()) return;
      event.preventDefault();
      onWalkIn();
    },
    // Before the key that works everywhere, which would only open this page again.
    { capture: true },
  );
  const create = (text: string): void => {
    void navigate({ to: '/customers/new', search: newCustomerSearchOf(text, 'visit') });
  };
  return (
    <>
      <PageHeader title={t('visits.who.title')} text={t('visits.who.text')}>
        <Button variant="subtle" onClick={() => void navigate({ to: '/visits', search: {} })}>
          {t('visits.who.sales')}
        </Button>
        <Button variant="default" rightSection={<Kbd size="xs">F2</Kbd>} onClick={onWalkIn}>
          {t('visits.who.walkIn')}
        </Button>
        <Button
          variant="default"
          rightSection={<Kbd size="xs">F3</Kbd>}
          onClick={() => {
            create('');
          }}
        >
          {t('visits.who.createPlain')}
        </Button>
      </PageHeader>
      <Stack px="md" maw={760} gap="lg">
        <CustomerPicker
          isFocused
          onPick={({ id }) => {
            onPick(id);
          }}
          onCreate={create}
        />
        <ParkedVisits onResume={onResume} />
        <Recent onPick={onPick} />
      </Stack>
    </>
  );
};

const Recent = ({ onPick }: { readonly onPick: (customerId: string) => void }) => {
  const { t } = useTranslation();
  const rows =
    useOperation('customers.list', { sort: 'last_visit', direction: 'descending', limit: MOST_RECENT }).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Box component="section" aria-label={t('visits.who.recent')}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('visits.who.recent')}
      </Text>
      <Paper withBorder p={4}>
        {rows.map((row) => (
          <UnstyledButton
            key={row.id}
            w="100%"
            className={`${hitClasses['hit'] ?? ''} ${classes['recent'] ?? ''}`}
            onClick={() => {
              onPick(row.id);
            }}
          >
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Text fw={700} truncate>
                {row.name}
              </Text>
              {row.isVip && <VipBadge />}
              <Text size="xs" c="dimmed" flex="none">
                No.{row.number}
              </Text>
            </Group>
            <Text size="sm" c="dimmed" ta="right">
              {row.lastVisitOn === null ? t('app.search.neverVisited') : <DateText date={row.lastVisitOn} />}
            </Text>
            <PhoneText phone={row.phone} size="sm" ta="right" />
          </UnstyledButton>
        ))}
      </Paper>
    </Box>
  );
};
