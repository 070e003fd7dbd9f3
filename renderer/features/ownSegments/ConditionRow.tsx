import { ActionIcon, Group, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { segmentAttributes, segmentFigures, segmentFlags } from '../../../shared/domain/segments/conditions.ts';
import type { SegmentCondition } from '../../../shared/domain/segments/conditions.ts';
import type { OwnSegmentId } from '../../../shared/types/ids.ts';
import { ConditionFields } from './ConditionFields.tsx';
import type { useChoices } from './useChoices.ts';
import classes from './OwnSegments.module.css';

interface ConditionRowProps {
  readonly condition: SegmentCondition;
  /** Its place in words: 1.2 is the second of the first group. */
  readonly place: string;
  readonly choices: ReturnType<typeof useChoices>;
  readonly ownId: string | null;
  readonly onChange: (condition: SegmentCondition) => void;
  readonly onRemove: () => void;
}

/** What a condition is about, as one word of the list. */
const subjectOf = (condition: SegmentCondition): string => {
  switch (condition.test) {
    case 'figure':
      return `figure:${condition.figure}`;
    case 'one_of':
      return `one_of:${condition.attribute}`;
    case 'flag':
      return `flag:${condition.flag}`;
    case 'custom':
      return `custom:${condition.condition.fieldId}`;
    case 'bought':
    case 'segment':
      return condition.test;
  }
};

/** A condition of a subject as it starts: nothing is chosen for the shop that it did not choose. */
const conditionOn = (
  subject: string,
  options: ReturnType<typeof useChoices>['options'],
  segment: { readonly id: OwnSegmentId } | undefined,
): SegmentCondition | null => {
  const [test, name] = subject.split(':');
  const figure = segmentFigures.find((each) => each === name);
  const attribute = segmentAttributes.find((each) => each === name);
  const flag = segmentFlags.find((each) => each === name);
  const field = options?.customFields.find(({ id }) => id === name);
  if (test === 'figure' && figure) return { test, figure, min: null, max: null };
  if (test === 'one_of' && attribute) return { test, attribute, values: [], is: true };
  if (test === 'flag' && flag) return { test, flag, is: true };
  if (test === 'bought') return { test, productId: null, category: null, lastDays: 90, is: true };
  if (test === 'custom' && field) return { test, condition: { test: 'known', fieldId: field.id } };
  return test === 'segment' && segment ? { test, segmentId: segment.id, is: true } : null;
};

/** One condition as a row that reads like a sentence. */
export const ConditionRow = ({ condition, place, choices, ownId, onChange, onRemove }: ConditionRowProps) => {
  const { t } = useTranslation();
  const label = t('ownSegments.condition', { place });
  const { options } = choices;
  const items = (test: string, names: readonly { readonly name: string; readonly label: string }[]) =>
    names.map(({ name, label: words }) => ({ value: `${test}:${name}`, label: words }));
  const others = (options?.ownSegments ?? []).filter(({ id }) => id !== ownId);
  return (
    <Group gap="xs" wrap="nowrap" className={classes['row']} role="group" aria-label={label}>
      <Select
        size="xs"
        w="12rem"
        flex="none"
        searchable
        allowDeselect={false}
        aria-label={t('ownSegments.subjectOf', { label })}
        nothingFoundMessage={t('lists.nothing')}
        data={[
          {
            group: t('ownSegments.groups.figures'),
            items: items(
              'figure',
              segmentFigures.map((name) => ({ name, label: t(`ownSegments.figures.${name}`) })),
            ),
          },
          {
            group: t('ownSegments.groups.attributes'),
            items: items(
              'one_of',
              segmentAttributes.map((name) => ({ name, label: t(`ownSegments.attributes.${name}`) })),
            ),
          },
          {
            group: t('ownSegments.groups.flags'),
            items: items(
              'flag',
              segmentFlags.map((name) => ({ name, label: t(`ownSegments.flags.${name}.name`) })),
            ),
          },
          {
            group: t('ownSegments.groups.others'),
            items: [
              { value: 'bought', label: t('ownSegments.tests.bought') },
              ...(others.length > 0 || condition.test === 'segment'
                ? [{ value: 'segment', label: t('ownSegments.tests.segment') }]
                : []),
              ...(options?.customFields ?? []).map(({ id, name }) => ({ value: `custom:${id}`, label: name })),
            ],
          },
        ]}
        value={subjectOf(condition)}
        onChange={(subject) => {
          const next = subject === null ? null : conditionOn(subject, options, others[0]);
          if (next !== null) onChange(next);
        }}
      />
      <ConditionFields condition={condition} onChange={onChange} choices={choices} ownId={ownId} label={label} />
      <ActionIcon variant="subtle" color="gray" ml="auto" aria-label={t('ownSegments.remove', { label })} onClick={onRemove}>
        <IconX size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Group>
  );
};
