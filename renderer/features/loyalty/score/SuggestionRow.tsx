import type { ReactNode } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RewardSuggestion } from '../../../../shared/contract/loyaltyScore.ts';
import { useMay } from '../../../app/session.ts';
import { useErrorToast } from '../../../app/useErrorToast.tsx';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { ApprovalDialog, useApproval } from '../../coupons/Approval.tsx';
import type { Card } from '../../customers/form/customerValues.ts';

interface SuggestionRowProps {
  readonly card: Card;
  readonly suggestion: RewardSuggestion;
}

/** One thing that could be done for somebody, and the fact that speaks for it; a coupon is issued from here. */
export const SuggestionRow = ({ card, suggestion }: SuggestionRowProps) => {
  const { t } = useTranslation();
  switch (suggestion.kind) {
    case 'coupon':
      return <CouponIdea card={card} suggestion={suggestion} />;
    case 'reward': {
      const { name, points, balance } = suggestion;
      return <Idea what={t('loyalty.score.reward', { name })} why={t('loyalty.score.rewardWhy', { points, balance })} />;
    }
    case 'incident':
      return <Idea what={t('loyalty.score.makeGood')} why={t('loyalty.score.incidentWhy', { date: suggestion.on })} />;
    case 'unsatisfied': {
      const { on: date, satisfaction } = suggestion;
      return <Idea what={t('loyalty.score.makeGood')} why={t('loyalty.score.unsatisfiedWhy', { date, satisfaction })} />;
    }
  }
};

interface IdeaProps {
  readonly what: string;
  readonly why: string;
  readonly children?: ReactNode;
}

const Idea = ({ what, why, children }: IdeaProps) => (
  <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
    <Stack gap={0} miw={0}>
      <Text size="sm" fw={700}>
        {what}
      </Text>
      <Text size="sm" c="dimmed">
        {why}
      </Text>
    </Stack>
    {children}
  </Group>
);

type CouponSuggestion = Extract<RewardSuggestion, { kind: 'coupon' }>;

const CouponIdea = ({ card, suggestion }: { readonly card: Card; readonly suggestion: CouponSuggestion }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const approval = useApproval();
  const tellError = useErrorToast();
  const issue = useCommand('coupons.issue', { quiet: true });
  const { typeId, name: coupon, bought, days: count } = suggestion;
  const why = t('loyalty.score.couponWhy', { bought, count });
  const give = (): Promise<void> =>
    approval.send(async (given) => {
      const { couponId, number } = await issue.mutateAsync({ customerId: card.id, typeId, reason: why, approval: given });
      done({
        label: t('coupons.card.done.issued', { name: card.fields.name, coupon, number }),
        undo: () => call('coupons.takeBack', { couponIds: [couponId] }),
      });
    }, tellError);
  return (
    <Idea what={t('loyalty.score.coupon', { coupon })} why={why}>
      <ApprovalDialog {...approval.dialog} isPending={issue.isPending} />
      {may('loyalty.write') && card.removedAt === null && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          loading={issue.isPending}
          aria-label={t('loyalty.score.issueOf', { coupon })}
          onClick={() => void give()}
        >
          {t('loyalty.score.issue')}
        </Button>
      )}
    </Idea>
  );
};
