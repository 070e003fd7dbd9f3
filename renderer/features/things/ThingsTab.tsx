import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thing } from '../../../shared/contract/things.ts';
import { thingDefinitions } from '../../../shared/domain/things/definitions.ts';
import { thingTypes, type ThingType } from '../../../shared/domain/things/types.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { FactList } from './FactList.tsx';
import { ThingBlock } from './ThingBlock.tsx';
import { ThingForm } from './ThingForm.tsx';
import { thingIcons } from './thingLook.ts';
import { useThings, type ThingInput } from './useThings.ts';

/** Everything a customer brings to be served, and what of it or of the person runs out (X20, X21). */
export const ThingsTab = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const answer = useOperation('things.ofCustomer', { customerId });
  const { save } = useThings(customerId);
  const [added, setAdded] = useState<ThingType | null>(null);
  /** Who else has a car of the plate just saved. */
  const [samePlate, setSamePlate] = useState<readonly string[]>([]);
  if (answer.error !== null) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  const { things, facts } = answer.data;
  const saveThing = async (type: ThingType, input: ThingInput, before: Thing | null): Promise<void> => {
    setSamePlate(await save(type, input, before));
  };
  return (
    <Stack p="md" gap="md">
      <Group gap="xs" role="group" aria-label={t('things.add')}>
        {thingTypes.map((type) => {
          const Icon = thingIcons[type];
          return (
            <Button
              key={type}
              variant="default"
              size="compact-sm"
              leftSection={<Icon size={15} stroke={1.7} aria-hidden />}
              onClick={() => {
                setAdded(type);
              }}
            >
              {t('things.addType', { type: thingDefinitions[type].label[language] })}
            </Button>
          );
        })}
      </Group>
      {samePlate.length > 0 && (
        <Alert
          color="amber"
          py="xs"
          withCloseButton
          closeButtonLabel={t('common.close')}
          onClose={() => {
            setSamePlate([]);
          }}
        >
          {t('things.samePlate', { names: samePlate.join(t('customers.timeline.separator')) })}
        </Alert>
      )}
      {added !== null && (
        <ThingForm
          key={added}
          type={added}
          thing={null}
          onSave={(input) => saveThing(added, input, null)}
          onClose={() => {
            setAdded(null);
          }}
        />
      )}
      {things.length === 0 && added === null && (
        <Text size="sm" c="dimmed">
          {t('things.empty')}
        </Text>
      )}
      <SimpleGrid type="container" cols={{ base: 1, '760px': 2 }} spacing="xl" verticalSpacing="md">
        {things.map((thing) => (
          <ThingBlock
            key={thing.id}
            customerId={customerId}
            thing={thing}
            facts={facts.filter(({ thingId }) => thingId === thing.id)}
            onSave={(input) => saveThing(thing.type, input, thing)}
          />
        ))}
        <section aria-label={t('things.own')}>
          <Text component="h3" fw={700} mb={4}>
            {t('things.own')}
          </Text>
          {facts.every(({ thingId }) => thingId !== null) && (
            <Text size="sm" c="dimmed">
              {t('things.ownEmpty')}
            </Text>
          )}
          <FactList customerId={customerId} thing={null} facts={facts.filter(({ thingId }) => thingId === null)} />
        </section>
      </SimpleGrid>
    </Stack>
  );
};
