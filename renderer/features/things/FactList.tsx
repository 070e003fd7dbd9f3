import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpiringFact, Thing } from '../../../shared/contract/things.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { ExpiryBadge } from './ExpiryBadge.tsx';
import { FactForm } from './FactForm.tsx';
import { RenewButton } from './RenewButton.tsx';
import classes from './Things.module.css';
import { factName } from './thingWords.ts';
import { useExpiring } from './useThings.ts';

interface FactListProps {
  readonly customerId: CustomerId;
  /** Whose facts they are; null is the customer. */
  readonly thing: Thing | null;
  readonly facts: readonly ExpiringFact[];
}

/** What of one thing, or of the person, runs out: renewed, corrected and added where it stands. */
export const FactList = ({ customerId, thing, facts }: FactListProps) => {
  const { t } = useTranslation();
  /** The id of the fact in hand, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(null);
  const expiring = useExpiring(customerId);
  const close = (): void => {
    setEdited(null);
  };
  const form = { owner: thing?.type ?? ('customer' as const), thingId: thing?.id ?? null, onClose: close };
  return (
    <>
      {facts.length > 0 && (
        <ul className={classes['list']}>
          {facts.map((fact) => (
            <li key={fact.id}>
              {fact.id === edited ? (
                <FactForm {...form} fact={fact} onSave={(input) => expiring.save(input, fact)} />
              ) : (
                <FactRow
                  customerId={customerId}
                  thing={thing}
                  fact={fact}
                  onEdit={() => {
                    setEdited(fact.id);
                  }}
                  onRemove={() => {
                    expiring.remove(fact);
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {edited === 'new' ? (
        <FactForm {...form} fact={null} onSave={(input) => expiring.save(input, null)} />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          aria-label={t('things.addFactFor', { name: thing?.name ?? t('things.own') })}
          onClick={() => {
            setEdited('new');
          }}
        >
          {t('things.addFact')}
        </Button>
      )}
    </>
  );
};

interface FactRowProps {
  readonly customerId: CustomerId;
  readonly thing: Thing | null;
  readonly fact: ExpiringFact;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const FactRow = ({ customerId, thing, fact, onEdit, onRemove }: FactRowProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const what = factName(fact, settings.language);
  const [, former] = fact.periods;
  return (
    <div className={classes['fact']}>
      <Text size="sm" fw={700}>
        {what}
      </Text>
      <Text size="sm">{t('things.facts.fine', { on: fact.validUntil })}</Text>
      <ExpiryBadge fact={fact} />
      {former !== undefined && (
        <Text size="xs" c="dimmed" title={fact.periods.map(({ validUntil }) => validUntil).join(' ← ')}>
          {t('things.facts.former', { count: fact.periods.length - 1, until: former.validUntil })}
        </Text>
      )}
      {fact.note !== null && (
        <Text size="xs" c="dimmed">
          {fact.note}
        </Text>
      )}
      <Group gap={2} wrap="nowrap" ml="auto">
        {thing?.retired == null && <RenewButton customerId={customerId} fact={fact} thingName={thing?.name ?? null} />}
        <Tooltip label={t('common.edit')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('things.facts.edit', { what })} onClick={onEdit}>
            <IconPencil size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('common.delete')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('things.facts.remove', { what })} onClick={onRemove}>
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  );
};
