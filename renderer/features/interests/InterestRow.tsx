import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '../../../shared/contract/interests.ts';
import type { WishState } from '../../../shared/domain/interests.ts';
import { DateText } from '../../components/DateText.tsx';
import classes from '../things/Things.module.css';

interface InterestRowProps {
  readonly interest: Interest;
  readonly onSettle: (state: WishState) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One entry: what, when, what exactly was wanted, and how it stands. */
export const InterestRow = ({ interest, onSettle, onEdit, onRemove }: InterestRowProps) => {
  const { t } = useTranslation();
  const { name, kind, state, requirements, wantedBy, note, staffName } = interest;
  const details = [
    ...requirements.map((point) => t('interests.point', point)),
    ...(wantedBy === null ? [] : [t('interests.wantedBy', { on: wantedBy })]),
    ...(note === null ? [] : [note]),
    ...(staffName === null ? [] : [staffName]),
  ].join(' · ');
  return (
    <div className={classes['fact']}>
      <Text size="sm" c="dimmed">
        <DateText date={interest.on} as="figures" />
      </Text>
      <Text size="sm">
        {t(`interests.kinds.${kind}`)} <b>{name}</b>
      </Text>
      {state !== null && state !== 'open' && (
        <Badge color={state === 'fulfilled' ? 'green' : 'gray'} tt="none">
          {t(`interests.states.${state}`)}
        </Badge>
      )}
      {details !== '' && (
        <Text size="sm" c="dimmed">
          {details}
        </Text>
      )}
      <Group gap={2} wrap="nowrap" ml="auto">
        {state === 'open' && (
          <>
            <Button
              variant="light"
              size="compact-sm"
              aria-label={t('interests.fulfilOne', { name })}
              onClick={() => {
                onSettle('fulfilled');
              }}
            >
              {t('interests.fulfil')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('interests.giveUpOne', { name })}
              onClick={() => {
                onSettle('closed');
              }}
            >
              {t('interests.giveUp')}
            </Button>
          </>
        )}
        {(state === 'fulfilled' || state === 'closed') && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('interests.reopenOne', { name })}
            onClick={() => {
              onSettle('open');
            }}
          >
            {t('interests.reopen')}
          </Button>
        )}
        <Tooltip label={t('common.edit')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('interests.edit', { name })} onClick={onEdit}>
            <IconPencil size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('common.delete')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('interests.remove', { name })} onClick={onRemove}>
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  );
};
