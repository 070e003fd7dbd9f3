import { Anchor, Group, Text, Tree, getTreeExpandedState, useTree } from '@mantine/core';
import type { RenderTreeNodePayload } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import classes from './ReferralTree.module.css';
import { peopleOf, treeOf } from './treeData.ts';

/** Who brought whom, as a tree: walked with the arrow keys, read out as one, each with what they spend. */
export const ReferralTree = ({ around }: { readonly around: OutputOf<'referrals.around'> }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const data = treeOf(around);
  const people = peopleOf(around);
  const tree = useTree({ initialExpandedState: getTreeExpandedState(data, '*') });
  const open = (customerId: string): void => {
    void navigate({ to: '/customers/$customerId', params: { customerId }, search: {} });
  };
  const renderNode = ({ node, expanded, hasChildren, elementProps }: RenderTreeNodePayload) => {
    const person = people.get(node.value);
    if (person === undefined) return null;
    const isSelf = person.id === around.person.id;
    return (
      <Group {...elementProps} gap={6} wrap="nowrap" className={`${elementProps.className} ${classes['node']}`}>
        <IconChevronRight
          size={14}
          stroke={1.7}
          aria-hidden
          className={classes['fold']}
          data-is-open={expanded || undefined}
          data-is-leaf={!hasChildren || undefined}
        />
        {isSelf ? (
          <Text size="sm" fw={700}>
            {person.name}
          </Text>
        ) : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              open(person.id);
            }}
          >
            {person.name}
          </Anchor>
        )}
        <Text size="sm" c="dimmed" truncate>
          {isSelf && `${t('referrals.self')} · `}
          {person.isRemoved && `${t('referrals.inBin')} · `}
          {person.visitCount === 0 ? (
            t('referrals.never')
          ) : (
            <>
              <MoneyText amount={person.spendCents} /> · {t('referrals.visits', { count: person.visitCount })}
            </>
          )}
        </Text>
      </Group>
    );
  };
  return (
    <Tree
      aria-label={t('referrals.tree')}
      data={data}
      tree={tree}
      withLines
      renderNode={renderNode}
      onKeyDown={(event) => {
        const { target } = event;
        if (event.key !== 'Enter' || !(target instanceof HTMLElement)) return;
        const value = target.dataset['value'];
        if (value === undefined || value === around.person.id) return;
        event.preventDefault();
        open(value);
      }}
    />
  );
};
