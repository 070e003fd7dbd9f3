import { ActionIcon, Badge, Button, CloseButton, Divider, Group, Kbd, Select, Stack, Title, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import type { OpportunityId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LostForm, WonForm } from './EndForms.tsx';
import { OpportunityFacts } from './OpportunityFacts.tsx';
import { OpportunityForm } from './OpportunityForm.tsx';
import { OpportunityHistory } from './OpportunityHistory.tsx';
import { StepForm } from './StepForm.tsx';
import { useOpportunities } from './useOpportunities.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';

/** What is done beside reading. */
export type PanelMode = 'read' | 'edit' | 'win' | 'lose' | 'step';

interface OpportunityPanelProps {
  readonly opportunityId: OpportunityId;
  readonly mode: PanelMode;
  readonly onMode: (mode: PanelMode) => void;
  readonly onClose: () => void;
}

const outcomeColors = { open: 'gray', won: 'jade', lost: 'gray' } as const;

/** One opportunity: where it stands, what is known of it, what comes next, and how it came here. */
export const OpportunityPanel = ({ opportunityId, mode, onMode, onClose }: OpportunityPanelProps) => {
  const found = useOperation('opportunities.findById', { opportunityId }, { keepPrevious: true });
  const { save } = useOpportunities();
  const isGone = found.error?.code === 'already_undone';
  useEffect(() => {
    // What was taken away, perhaps by undo, is read no longer.
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const opportunity = found.data;
  if (opportunity?.id !== opportunityId) return null;
  const read = (): void => {
    onMode('read');
  };
  if (mode === 'edit')
    return (
      <OpportunityForm
        opportunity={opportunity}
        customer={null}
        onSave={async (input) => {
          await save(input, opportunity);
          read();
        }}
        onClose={read}
      />
    );
  const isOpen = opportunity.outcome === 'open';
  return (
    <Stack gap="md">
      <Head
        // Anew when a form closes or the outcome is another, which gives the focus back.
        key={mode === 'read' ? opportunity.outcome : 'form'}
        opportunity={opportunity}
        onMode={onMode}
        onClose={onClose}
        isReading={mode === 'read'}
      />
      {isOpen && mode === 'win' && <WonForm opportunity={opportunity} onClose={read} />}
      {isOpen && mode === 'lose' && <LostForm opportunity={opportunity} onClose={read} />}
      {isOpen && mode === 'step' && <StepForm opportunity={opportunity} onClose={read} />}
      <OpportunityFacts opportunity={opportunity} />
      <Divider color="var(--regulars-hairline)" />
      <OpportunityHistory events={opportunity.events} />
    </Stack>
  );
};

interface HeadProps {
  readonly opportunity: Opportunity;
  readonly isReading: boolean;
  readonly onMode: (mode: PanelMode) => void;
  readonly onClose: () => void;
}

/** What it is and whose, its stage, and what can be done. W won, L lost, D the next step, E edits, Escape closes. */
const Head = ({ opportunity, isReading, onMode, onClose }: HeadProps) => {
  const { t } = useTranslation();
  const mayWrite = useMay()('customers.write');
  const { move, reopen, remove, isMoving } = useOpportunities();
  const stages = useOperation('opportunities.stages', {}).data?.stages ?? [];
  const first = useFocusOnMount<HTMLButtonElement>(isReading);
  const { title, customer, outcome, stage } = opportunity;
  const isOpen = outcome === 'open';
  const choices = stages.some(({ id }) => id === stage.id) ? stages : [stage, ...stages];
  const quietly = (work: Promise<void>, then = (): void => undefined): void => {
    void work.then(then, () => undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && isReading) {
      event.preventDefault();
      onClose();
      return;
    }
    const modes: Readonly<Record<string, PanelMode>> = isOpen
      ? { KeyW: 'win', KeyL: 'lose', KeyD: 'step', KeyE: 'edit' }
      : { KeyE: 'edit' };
    const wanted = modes[event.code];
    if (wanted === undefined || !mayWrite || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    onMode(wanted);
  };
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} miw={0}>
          <Title order={2}>{title}</Title>
          <CustomerLink customerId={customer.id}>{customer.name}</CustomerLink>
        </Stack>
        <Group gap={4} wrap="nowrap" flex="none">
          <Badge color={outcomeColors[outcome]} variant={outcome === 'lost' ? 'outline' : 'light'} mr={4}>
            {t(`opportunities.outcome.${outcome}`)}
          </Badge>
          {mayWrite && isReading && (
            <>
              <Tooltip label={t('common.edit')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('common.edit')}
                  onClick={() => {
                    onMode('edit');
                  }}
                >
                  <IconPencil size={16} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('common.delete')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('common.delete')}
                  onClick={() => {
                    quietly(remove(opportunity), onClose);
                  }}
                >
                  <IconTrash size={16} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </>
          )}
          <CloseButton {...(!mayWrite && { ref: first })} aria-label={t('opportunities.page.close')} onClick={onClose} />
        </Group>
      </Group>
      {isOpen && mayWrite && isReading && (
        <Select
          label={t('opportunities.page.stage')}
          allowDeselect={false}
          disabled={isMoving}
          data={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={stage.id}
          onChange={(value) => {
            const to = stages.find(({ id }) => id === value);
            if (to !== undefined && to.id !== stage.id) quietly(move(opportunity, to));
          }}
        />
      )}
      {mayWrite && isReading && (
        <Group gap="xs">
          {isOpen && (
            <>
              <Button
                ref={first}
                size="compact-md"
                rightSection={<Kbd size="xs">W</Kbd>}
                onClick={() => {
                  onMode('win');
                }}
              >
                {t('opportunities.page.win')}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                rightSection={<Kbd size="xs">L</Kbd>}
                onClick={() => {
                  onMode('lose');
                }}
              >
                {t('opportunities.page.lose')}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                rightSection={<Kbd size="xs">D</Kbd>}
                onClick={() => {
                  onMode('step');
                }}
              >
                {t('opportunities.page.stepDone')}
              </Button>
            </>
          )}
          {!isOpen && (
            <Button
              ref={first}
              size="compact-md"
              variant="default"
              onClick={() => {
                quietly(reopen(opportunity));
              }}
            >
              {t('opportunities.page.reopen')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
};
