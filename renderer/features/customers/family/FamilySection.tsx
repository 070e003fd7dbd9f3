import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ageInMonthsOn, ageOn } from '../../../../shared/domain/ages.ts';
import { birthdayOptionsOf, nextCelebration, nextOccasion, turningOn } from '../../../../shared/domain/birthdays.ts';
import { useShop } from '../../../app/shop.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import { partialDateWords } from '../partialDateWords.ts';
import classes from './Family.module.css';
import { FamilyForm, type FamilyFormWords } from './FamilyForm.tsx';
import { blankFamilyRow, type FamilyRow } from './familyValues.ts';

interface FamilySectionProps {
  readonly title: string;
  readonly addLabel: string;
  readonly emptyText: string;
  readonly rows: readonly FamilyRow[];
  readonly form: FamilyFormWords;
  /** `before` is what is being changed; null adds. Rejects with AppError. */
  readonly onSave: (row: FamilyRow, before: FamilyRow | null) => Promise<void>;
  readonly onRemove: (row: FamilyRow) => void;
  /** What stands above the rows. */
  readonly children?: ReactNode;
}

/** A list whose entries are added and changed where they stand. */
export const FamilySection = ({ title, addLabel, emptyText, rows, form, onSave, onRemove, children }: FamilySectionProps) => {
  /** The id of the row in hand, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(null);
  const close = (): void => {
    setEdited(null);
  };
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Text component="h2" size="xs" c="dimmed">
          {title}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => {
            setEdited('new');
          }}
        >
          {addLabel}
        </Button>
      </Group>
      {children}
      {edited === 'new' && <FamilyForm words={form} row={blankFamilyRow} onSave={(row) => onSave(row, null)} onClose={close} />}
      {rows.map((row) =>
        row.id === edited ? (
          <FamilyForm key={row.id} words={form} row={row} onSave={(next) => onSave(next, row)} onClose={close} />
        ) : (
          <Row
            key={row.id}
            row={row}
            isPerson={form.hasRelation}
            onEdit={() => {
              setEdited(row.id);
            }}
            onRemove={() => {
              onRemove(row);
            }}
          />
        ),
      )}
      {rows.length === 0 && edited !== 'new' && (
        <Text size="sm" c="dimmed" py="xs">
          {emptyText}
        </Text>
      )}
    </section>
  );
};

const Row = ({
  row,
  isPerson,
  onEdit,
  onRemove,
}: {
  readonly row: FamilyRow;
  readonly isPerson: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={classes['row']}>
      <Text size="sm" truncate title={row.name}>
        <b>{row.name}</b>
        {row.relation !== '' && (
          <Text span inherit c="dimmed">
            {' '}
            {row.relation}
          </Text>
        )}
      </Text>
      <Text size="sm">
        <When row={row} isPerson={isPerson} />
      </Text>
      <Group gap={2} wrap="nowrap" className={classes['actions']}>
        <Tooltip label={t('common.edit')}>
          <ActionIcon variant="subtle" color="gray" aria-label={`${t('common.edit')} ${row.name}`} onClick={onEdit}>
            <IconPencil size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('common.delete')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('customers.family.remove', { name: row.name })}
            onClick={onRemove}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  );
};

/** The date, how old that makes them, when it next comes round, and how long ahead it is brought up. */
const When = ({ row, isPerson }: { readonly row: FamilyRow; readonly isPerson: boolean }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { date, isYearly, leadDays } = row;
  if (date === null) return null;
  const options = birthdayOptionsOf(settings);
  const next = nextOccasion({ date, isYearly }, today, options);
  const celebration = isYearly ? nextCelebration(date, today, options) : null;
  const turning = celebration === null ? null : turningOn(date, celebration);
  const months = isPerson ? ageInMonthsOn(date, today, options) : null;
  const years = isPerson ? ageOn(date, today, options) : null;
  const age =
    months !== null ? t('card.family.months', { count: months }) : years === null ? null : t('common.age', { age: years });
  const told = [
    ...(next === null
      ? isYearly
        ? []
        : [t('card.family.past')]
      : [isYearly ? t('customers.family.next', { when: dateWords(t, next, today) }) : dateWords(t, next, today)]),
    ...(turning === null || isPerson ? [] : [t('customers.family.years', { count: turning })]),
    ...(isYearly ? [] : [t('card.family.once')]),
    ...(isPerson || next === null ? [] : [t('card.family.leadDays', { count: leadDays ?? settings.birthdayAheadDays })]),
  ];
  return (
    <>
      {age !== null && <b>{age} · </b>}
      {partialDateWords(t, date, settings.language)}
      {told.length > 0 && (
        <Text span inherit c="dimmed" title={next ?? undefined}>
          {' · '}
          {told.join(' · ')}
        </Text>
      )}
    </>
  );
};
