import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trainingPoints } from '../../../shared/domain/privacy/training.ts';
import { useShop } from '../../app/shop.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** The points, one tick each; the whole is confirmed by whoever sits here (R193). */
export const TrainingSection = () => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const training = useOperation('privacy.training', {});
  const acknowledge = useCommand('privacy.acknowledgeTraining');
  const [ticked, setTicked] = useState<readonly number[]>([]);
  if (training.error !== null) return <ErrorNotice error={training.error} />;
  const { data } = training;
  if (data === undefined) return null;
  const { version, readOn, isDue } = data;
  const confirm = (): void => {
    acknowledge.mutate(
      { version },
      {
        onSuccess: () => {
          setTicked([]);
        },
      },
    );
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="training-title">
      <Title order={2} mb={4} id="training-title">
        {t('privacy.training.title')}
      </Title>
      {isDue ? (
        <Alert color="amber" mb="sm" py="xs">
          {readOn === null ? t('privacy.training.never') : t('privacy.training.again', { date: readOn })}
        </Alert>
      ) : (
        <Text size="sm" c="dimmed" mb="sm" role="status">
          {t('privacy.training.read', { date: readOn ?? '', version })}
        </Text>
      )}
      <Stack gap={8}>
        {trainingPoints.map((point, at) =>
          isDue ? (
            <Checkbox
              key={point.en}
              label={point[language]}
              checked={ticked.includes(at)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                setTicked((before) => (isOn ? [...before, at] : before.filter((one) => one !== at)));
              }}
            />
          ) : (
            <Text key={point.en} size="sm">
              {at + 1}. {point[language]}
            </Text>
          ),
        )}
      </Stack>
      {isDue && (
        <Group mt="md">
          <Button disabled={ticked.length < trainingPoints.length} loading={acknowledge.isPending} onClick={confirm}>
            {t('privacy.training.confirm')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('privacy.training.ticked', { done: ticked.length, all: trainingPoints.length })}
          </Text>
        </Group>
      )}
    </Paper>
  );
};
