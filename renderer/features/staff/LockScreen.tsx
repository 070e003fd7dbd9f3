import { Avatar, Box, Center, Group, Paper, Portal, ScrollArea, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSession } from '../../app/session.ts';
import { ForgottenPin } from './ForgottenPin.tsx';
import classes from './LockScreen.module.css';
import { takeAskedFor } from './nextPerson.ts';
import { PinEntry } from './PinEntry.tsx';
import { roleName } from './roleName.ts';

interface LockScreenProps {
  readonly session: DeskSession;
  /** Who sat here last: that PIN is asked for. */
  readonly lastStaffId: string | null;
}

/** Covers everything and takes the keyboard from it; what stands beneath keeps what was typed. */
export const LockScreen = (props: LockScreenProps) => (
  <Portal>
    <Cover {...props} />
  </Portal>
);

const Cover = ({ session, lastStaffId }: LockScreenProps) => {
  const { t } = useTranslation();
  const cover = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(() => takeAskedFor() ?? lastStaffId);
  const [isForgotten, setIsForgotten] = useState(false);
  const { people } = session;
  const chosen = people.find(({ staffId }) => staffId === chosenId) ?? (people.length === 1 ? people[0] : undefined);

  useLayoutEffect(() => {
    const own = cover.current?.closest('body > *');
    const others = [...document.body.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child !== own && !child.inert,
    );
    const focused = document.activeElement;
    for (const other of others) other.inert = true;
    return () => {
      for (const other of others) other.inert = false;
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    };
  }, []);

  return (
    <div ref={cover} className={classes['screen']} role="dialog" aria-modal="true" aria-label={t('staff.lock.title')}>
      <Center component="main" mih="100%" p="xl">
        <Paper withBorder p="xl" w={720} maw="100%">
          <Group wrap="nowrap" mb="lg">
            <IconLock size={28} stroke={1.7} color="var(--mantine-color-jade-text)" aria-hidden />
            <Stack gap={0}>
              <Title order={1}>{session.shopName === '' ? t('app.name') : session.shopName}</Title>
              <Text c="dimmed">{t('staff.lock.who')}</Text>
            </Stack>
          </Group>
          <Group align="flex-start" wrap="nowrap" gap="xl">
            <ScrollArea.Autosize mah={420} flex={1} miw={0}>
              <Stack gap="xs" p={2}>
                {people.map((person, index) => (
                  <UnstyledButton
                    key={person.staffId}
                    className={classes['tile']}
                    aria-pressed={person.staffId === chosen?.staffId}
                    autoFocus={chosen === undefined && index === 0}
                    onClick={() => {
                      setChosenId(person.staffId);
                      setIsForgotten(false);
                    }}
                  >
                    <Avatar color="jade" radius="xl" aria-hidden>
                      {[...person.name][0]}
                    </Avatar>
                    <Box miw={0}>
                      <Text fw={600} truncate>
                        {person.name}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {roleName(t, person.role, person.roleName)}
                      </Text>
                    </Box>
                  </UnstyledButton>
                ))}
              </Stack>
            </ScrollArea.Autosize>
            <Box w={300}>
              {chosen === undefined ? (
                <Text c="dimmed">{t('staff.lock.choose')}</Text>
              ) : isForgotten ? (
                <ForgottenPin
                  key={chosen.staffId}
                  person={chosen}
                  recovery={session.recovery}
                  onBack={() => setIsForgotten(false)}
                />
              ) : (
                <PinEntry key={chosen.staffId} person={chosen} onForgotten={() => setIsForgotten(true)} />
              )}
            </Box>
          </Group>
          <Text size="xs" c="dimmed" mt="lg">
            {t(session.autoLockMinutes === 0 ? 'staff.lock.neverByItself' : 'staff.lock.byItself', {
              count: session.autoLockMinutes,
            })}{' '}
            {t('staff.lock.ownPin')}
          </Text>
        </Paper>
      </Center>
    </div>
  );
};
