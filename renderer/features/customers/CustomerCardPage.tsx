import { Alert, Box, Button, Flex, Group, Paper, Skeleton, Tabs, Text } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../app/useUndo.tsx';
import { AttachmentsTab } from '../attachments/AttachmentsTab.tsx';
import { PrivacyTab } from '../privacy/PrivacyTab.tsx';
import { useStatementKey } from '../privacy/useStatement.ts';
import { SafetyNotice } from '../safety/SafetyNotice.tsx';
import { StoredValueDrawer } from '../storedValue/StoredValueDrawer.tsx';
import { SafetyTab } from '../safety/SafetyTab.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { CareLine } from '../care/CareLine.tsx';
import { LogCallDrawer } from './call/LogCallDrawer.tsx';
import { InterestsTab } from '../interests/InterestsTab.tsx';
import { IncidentsNotice } from '../incidents/IncidentsNotice.tsx';
import { useOpportunityKey } from '../opportunities/useOpportunityKey.ts';
import { ReferralLine } from '../referrals/ReferralLine.tsx';
import { ServiceTab } from '../serviceRecords/ServiceTab.tsx';
import { DueFormsNotice } from '../signedForms/DueFormsNotice.tsx';
import { ThingsTab } from '../things/ThingsTab.tsx';
import classes from './card/Card.module.css';
import { CardHeader } from './card/CardHeader.tsx';
import { GlanceText } from './card/GlanceText.tsx';
import { MoneyPanel } from './card/MoneyPanel.tsx';
import { ToDoList } from './card/ToDoList.tsx';
import { FactsTab } from './facts/FactsTab.tsx';
import type { EditedFact } from './search.ts';
import { FamilyTab } from './family/FamilyTab.tsx';
import { InactiveDrawer } from '../inactive/InactiveDrawer.tsx';
import { InactiveNotice } from '../inactive/InactiveNotice.tsx';
import { HandoverDrawer } from './handover/HandoverDrawer.tsx';
import type { Card } from './form/customerValues.ts';
import { PointsAccount } from './points/PointsAccount.tsx';
import { PointsDrawer, type PointsMode } from './points/PointsDrawer.tsx';
import { Timeline, TimelineFilter } from './timeline/Timeline.tsx';
import type { TimelineFilterName } from './timeline/kinds.tsx';

/** The card: who, how dear, since when, what is open; then everything that happened. */
export const CustomerCardPage = () => {
  const { customerId } = useParams({ from: '/customers/$customerId' });
  const card = useOperation('customers.findById', { customerId });
  if (card.error !== null) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  return card.data === undefined ? <CardPlaceholder /> : <CardPage key={card.data.id} card={card.data} />;
};

/** As high as what comes, so that nothing jumps. */
const CardPlaceholder = () => (
  <Box p="md">
    <Group mb="md">
      <Skeleton circle height={52} animate={false} />
      <Skeleton height={20} width={220} animate={false} />
    </Group>
    <div className={classes['panels']}>
      <Skeleton height={180} animate={false} />
      <Skeleton height={180} animate={false} />
      <Skeleton height={180} animate={false} />
    </div>
  </Box>
);

const tabs = ['timeline', 'facts', 'family', 'things', 'records', 'interests', 'safety', 'files', 'privacy'] as const;

const CardPage = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'timeline', edit } = useSearch({ from: '/customers/$customerId' });
  /** The fact to mend, and the how manieth: the same one may be asked for twice. */
  const [asked, setAsked] = useState<{ readonly fact: EditedFact; readonly times: number } | null>(null);
  const [seen, setSeen] = useState<EditedFact | undefined>(undefined);
  if (edit !== seen) {
    setSeen(edit);
    if (edit !== undefined) setAsked({ fact: edit, times: (asked?.times ?? 0) + 1 });
  }
  const { done } = useUndo();
  const [isCalling, setIsCalling] = useState(false);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const [isMakingInactive, setIsMakingInactive] = useState(false);
  const [pointsMode, setPointsMode] = useState<PointsMode | null>(null);
  const [isAccountOpen, setIsAccountOpen] = useState(false);
  const [isPurseOpen, setIsPurseOpen] = useState(false);
  const [shown, setShown] = useState<TimelineFilterName | 'all'>('all');
  useStatementKey(card);
  useOpportunityKey(card);
  const remove = useCommand('customers.remove');
  const restore = useCommand('customers.restore');
  const customerId = card.id;
  useEffect(() => {
    // The box offers whom one looked at; if it cannot be noted, nothing is lost.
    void call('recents.noteOpened', { customerId }).catch(() => undefined);
  }, [customerId]);

  useEffect(() => {
    // Read once: coming back by Escape does not open the editor again.
    if (edit !== undefined)
      void navigate({ to: '/customers/$customerId', params: { customerId }, search: { tab: 'facts' }, replace: true });
  }, [edit, customerId, navigate]);

  const onRemove = (): void => {
    remove.mutate(
      { customerId },
      {
        onSuccess: () => {
          done({
            label: t('customers.done.removed', { name: card.fields.name }),
            undo: () => call('customers.restore', { customerId }),
          });
          void navigate({ to: '/customers', search: {} });
        },
      },
    );
  };
  const showTab = (value: string | null): void => {
    const wanted = tabs.find((name) => name === value);
    if (wanted === undefined) return;
    setAsked(null);
    void navigate({
      to: '/customers/$customerId',
      params: { customerId },
      search: wanted === 'timeline' ? {} : { tab: wanted },
      replace: true,
    });
  };

  return (
    <Flex direction="column" h="100%">
      <CardHeader
        card={card}
        onLogCall={() => {
          setIsCalling(true);
        }}
        onHandOver={() => {
          setIsHandingOver(true);
        }}
        onMakeInactive={() => {
          setIsMakingInactive(true);
        }}
        onRemove={onRemove}
      />
      <InactiveNotice card={card} />
      {card.removedAt !== null && (
        <Alert color="gray" mx="md" mb="sm" py="xs">
          <Group justify="space-between">
            <Text size="sm">{t('customers.card.removed.text')}</Text>
            <Button
              variant="default"
              size="compact-sm"
              loading={restore.isPending}
              onClick={() => {
                restore.mutate({ customerId });
              }}
            >
              {t('customers.card.removed.restore')}
            </Button>
          </Group>
        </Alert>
      )}
      <Box px="md" pb="sm" className={classes['notice'] ?? ''}>
        <SafetyNotice card={card} />
        <IncidentsNotice customerId={customerId} isOnCard />
        <DueFormsNotice customerId={customerId} />
      </Box>
      <div className={classes['scroller']} data-scroller>
        <div className={classes['panels']}>
          <Paper component="section" withBorder p="md">
            <Group justify="space-between" gap="xs" mb={6}>
              <Text component="h2" size="xs" c="dimmed">
                {t('customers.card.glance.title')}
              </Text>
              {card.removedAt === null && <CareLine customerId={customerId} name={card.fields.name} />}
            </Group>
            <GlanceText
              card={card}
              onShowTags={() => {
                showTab('facts');
              }}
            />
            <ReferralLine card={card} />
            {card.fields.likes === null && card.fields.safetyNote === null && (
              <Button
                variant="subtle"
                size="compact-sm"
                mt="xs"
                ml={-8}
                onClick={() => {
                  showTab('facts');
                }}
              >
                {t('customers.card.glance.addLikes')}
              </Button>
            )}
          </Paper>
          <ToDoList card={card} />
          <MoneyPanel
            card={card}
            onPoints={setPointsMode}
            onAccount={() => {
              setIsAccountOpen(true);
            }}
            onStoredValue={() => {
              setIsPurseOpen(true);
            }}
          />
        </div>
        <Tabs value={tab} onChange={showTab} className={classes['tabs']} keepMounted={false}>
          <Group justify="space-between" wrap="nowrap" className={classes['tabLine']}>
            <Tabs.List className={classes['tabList']}>
              {tabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`customers.card.tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tab === 'timeline' && <TimelineFilter shown={shown} onShow={setShown} />}
          </Group>
          <Tabs.Panel value="timeline">
            <Timeline customerId={customerId} shown={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="facts">
            <FactsTab key={asked?.times} card={card} edit={asked?.fact ?? null} />
          </Tabs.Panel>
          <Tabs.Panel value="family">
            <FamilyTab card={card} />
          </Tabs.Panel>
          <Tabs.Panel value="things">
            <ThingsTab customerId={customerId} />
          </Tabs.Panel>
          <Tabs.Panel value="records">
            <ServiceTab card={card} />
          </Tabs.Panel>
          <Tabs.Panel value="interests">
            <InterestsTab customerId={customerId} />
          </Tabs.Panel>
          <Tabs.Panel value="safety">
            <SafetyTab card={card} />
          </Tabs.Panel>
          <Tabs.Panel value="privacy">
            <PrivacyTab card={card} />
          </Tabs.Panel>
          <Tabs.Panel value="files">
            <AttachmentsTab customerId={customerId} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <LogCallDrawer
        card={card}
        isOpen={isCalling}
        onClose={() => {
          setIsCalling(false);
        }}
      />
      <HandoverDrawer
        card={card}
        isOpen={isHandingOver}
        onClose={() => {
          setIsHandingOver(false);
        }}
      />
      <InactiveDrawer
        customer={{ id: customerId, name: card.fields.name }}
        isOpen={isMakingInactive}
        onClose={() => {
          setIsMakingInactive(false);
        }}
      />
      <PointsAccount
        card={card}
        isOpen={isAccountOpen}
        onClose={() => {
          setIsAccountOpen(false);
        }}
      />
      <StoredValueDrawer
        owner={{ id: customerId, name: card.fields.name, isRemoved: card.removedAt !== null }}
        isOpen={isPurseOpen}
        onClose={() => {
          setIsPurseOpen(false);
        }}
      />
      <PointsDrawer
        card={card}
        mode={pointsMode}
        onClose={() => {
          setPointsMode(null);
        }}
      />
    </Flex>
  );
};
