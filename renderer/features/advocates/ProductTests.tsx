import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductTest } from '../../../shared/contract/advocates.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { DateText } from '../../components/DateText.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { AdvocatePerson } from './AdvocateOf.tsx';
import { ProductTestForm } from './ProductTestForm.tsx';

interface ProductTestsProps {
  readonly person: AdvocatePerson;
  readonly tests: readonly ProductTest[];
  readonly mayWrite: boolean;
}

/** What somebody was given to test, and what they said of it. */
export const ProductTests = ({ person, tests, mayWrite }: ProductTestsProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const removal = useCommand('advocates.removeTest');
  /** Which one is written: an id, a new one, or none. */
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const remove = async ({ id: testId, what }: ProductTest): Promise<void> => {
    await removal.mutateAsync({ testId, isRemoved: true });
    done({
      label: t('advocates.done.testRemoved', { what }),
      undo: () => call('advocates.removeTest', { testId, isRemoved: false }),
    });
  };
  return (
    <Stack gap="xs" component="section" aria-label={t('advocates.tests.title')}>
      <Group justify="space-between">
        <Title order={2} size="xs" c="dimmed" fw={400}>
          {t('advocates.tests.title')}
        </Title>
        {mayWrite && open === null && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            onClick={() => {
              setOpen('new');
            }}
          >
            {t('advocates.tests.add')}
          </Button>
        )}
      </Group>
      {open === 'new' && <ProductTestForm person={person} test={null} onClose={close} />}
      {tests.length === 0 && open === null && (
        <Text size="sm" c="dimmed">
          {t('advocates.tests.none')}
        </Text>
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {tests.map((test) => (
          <li key={test.id}>
            {open === test.id ? (
              <ProductTestForm person={person} test={test} onClose={close} />
            ) : (
              <Stack gap={0}>
                <Text size="sm">
                  <b>{test.what}</b> · <DateText date={test.givenOn} as="figures" />
                </Text>
                <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                  {test.said === '' ? t('advocates.tests.saidNothing') : test.said}
                </Text>
                {mayWrite && open === null && (
                  <Group gap={4} ml={-8}>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => {
                        setOpen(test.id);
                      }}
                    >
                      {t(test.said === '' ? 'advocates.tests.noteSaid' : 'advocates.tests.change')}
                    </Button>
                    <Button variant="subtle" size="compact-sm" loading={removal.isPending} onClick={() => void remove(test)}>
                      {t('common.delete')}
                    </Button>
                  </Group>
                )}
              </Stack>
            )}
          </li>
        ))}
      </Stack>
    </Stack>
  );
};
