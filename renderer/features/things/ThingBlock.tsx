import { ActionIcon, Badge, Group, Menu, Stack, Text, ThemeIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDots,
  IconHistory,
  IconPencil,
  IconTrash,
  IconUserOff,
  IconUserCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpiringFact, Thing } from '../../../shared/contract/things.ts';
import { thingDefinitions } from '../../../shared/domain/things/definitions.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { FactList } from './FactList.tsx';
import { RetireForm, TransferForm } from './PartingForms.tsx';
import { ThingFacts } from './ThingFacts.tsx';
import { ThingForm } from './ThingForm.tsx';
import { ThingHistory } from './ThingHistory.tsx';
import { thingIcons } from './thingLook.ts';
import classes from './Things.module.css';
import { useThings, type ThingInput } from './useThings.ts';

interface ThingBlockProps {
  readonly customerId: CustomerId;
  readonly thing: Thing;
  readonly facts: readonly ExpiringFact[];
  readonly onSave: (input: ThingInput) => Promise<void>;
}

type Open = 'edit' | 'retire' | 'transfer' | null;

/** One thing: what it is, what of it runs out, and all that can be done with it where it stands. */
export const ThingBlock = ({ customerId, thing, facts, onSave }: ThingBlockProps) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const [open, setOpen] = useState<Open>(null);
  const [showsHistory, setShowsHistory] = useState(false);
  const things = useThings(customerId);
  const Icon = thingIcons[thing.type];
  const { name, retired } = thing;
  const close = (): void => {
    setOpen(null);
  };
  return (
    <section className={classes['block']} aria-label={name}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Group gap="xs" wrap="nowrap" miw={0} {...(retired === null ? {} : { c: 'dimmed' })}>
          <ThemeIcon variant="light" color={retired === null ? 'jade' : 'gray'} radius="xl" aria-hidden>
            <Icon size={16} stroke={1.7} />
          </ThemeIcon>
          <Text component="h3" fw={700} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" flex="none">
            {thingDefinitions[thing.type].label[language]}
          </Text>
          {retired !== null && (
            <Badge color="gray" tt="none" flex="none">
              {t('things.retired', { because: t(`things.because.${retired.because}`), on: retired.on })}
            </Badge>
          )}
        </Group>
        <Group gap={2} wrap="nowrap" flex="none">
          <Tooltip label={t('common.edit')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('things.edit', { name })}
              onClick={() => {
                setOpen('edit');
              }}
            >
              <IconPencil size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('things.more', { name })}>
                <IconDots size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconHistory size={16} stroke={1.7} aria-hidden />}
                onClick={() => {
                  setShowsHistory(!showsHistory);
                }}
              >
                {showsHistory ? t('things.hideHistory') : t('things.history')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowsExchange size={16} stroke={1.7} aria-hidden />}
                onClick={() => {
                  setOpen('transfer');
                }}
              >
                {t('things.transfer')}
              </Menu.Item>
              {retired === null ? (
                <Menu.Item
                  leftSection={<IconUserOff size={16} stroke={1.7} aria-hidden />}
                  onClick={() => {
                    setOpen('retire');
                  }}
                >
                  {t('things.retire')}
                </Menu.Item>
              ) : (
                <Menu.Item
                  leftSection={<IconUserCheck size={16} stroke={1.7} aria-hidden />}
                  onClick={() => {
                    things.retire(thing, null);
                  }}
                >
                  {t('things.revive')}
                </Menu.Item>
              )}
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
                onClick={() => {
                  things.remove(thing);
                }}
              >
                {t('common.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <Stack gap="xs">
        {open === 'edit' ? (
          <ThingForm type={thing.type} thing={thing} onSave={onSave} onClose={close} />
        ) : (
          <ThingFacts thing={thing} />
        )}
        {open === 'retire' && (
          <RetireForm
            thing={thing}
            onRetire={(next) => {
              things.retire(thing, next);
              close();
            }}
            onClose={close}
          />
        )}
        {open === 'transfer' && (
          <TransferForm
            thing={thing}
            customerId={customerId}
            onTransfer={(to) => {
              things.transfer(thing, to);
              close();
            }}
            onClose={close}
          />
        )}
        <div>
          <FactList customerId={customerId} thing={thing} facts={facts} />
        </div>
      </Stack>
      {showsHistory && <ThingHistory thing={thing} />}
    </section>
  );
};
