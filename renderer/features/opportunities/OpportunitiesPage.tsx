import { Button, Group, Kbd, SegmentedControl, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { opportunityViews, type Opportunity } from '../../../shared/contract/opportunities.ts';
import { customerId as toCustomerId, opportunityId as toOpportunityId, staffId as toStaffId } from '../../../shared/types/ids.ts';
import type { CustomerId, OpportunityId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { BoardView } from './BoardView.tsx';
import { ListView } from './ListView.tsx';
import { OpportunityForm } from './OpportunityForm.tsx';
import { OpportunityPanel, type PanelMode } from './OpportunityPanel.tsx';
import { useOpportunities } from './useOpportunities.ts';

const views = ['board', ...opportunityViews] as const;
type View = (typeof views)[number];

/** What stands beside the list: one that is read, or the form of a new one, perhaps for somebody. */
type Shown =
  | { readonly what: 'one'; readonly id: OpportunityId; readonly mode: PanelMode }
  | { readonly what: 'new'; readonly customerId: CustomerId | null };

/** What customers may come to buy (R054): a board by stage, and lists by what is due, won and lost. */
export const OpportunitiesPage = (): ReactNode => {
  const { opportunityId, customerId } = useSearch({ from: '/opportunities' });
  // Another address opens another one.
  return <Page key={`${opportunityId ?? ''} ${customerId ?? ''}`} />;
};

const Page = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayWrite = useMay()('customers.write');
  const { view = 'board', opportunityId, customerId } = useSearch({ from: '/opportunities' });
  const [shown, setShown] = useState<Shown | null>(
    opportunityId !== undefined
      ? { what: 'one', id: toOpportunityId(opportunityId), mode: 'read' }
      : customerId !== undefined
        ? { what: 'new', customerId: toCustomerId(customerId) }
        : null,
  );
  const [whose, setWhose] = useState<string | null>(null);
  const staffId = whose === null ? null : toStaffId(whose);
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const counts = useOperation('opportunities.counts', { staffId }, { keepPrevious: true }).data;
  const close = (): void => {
    setShown(null);
  };
  const begin = (): void => {
    setShown({ what: 'new', customerId: null });
  };
  const openOne = ({ id }: Opportunity, mode: PanelMode = 'read'): void => {
    setShown({ what: 'one', id, mode });
  };
  useHotkeys([
    [
      'N',
      () => {
        // What somebody is writing stays.
        if (mayWrite && (shown === null || (shown.what === 'one' && shown.mode === 'read'))) begin();
      },
    ],
  ]);
  const onKey = (event: KeyboardEvent, opportunity: Opportunity): void => {
    const isOpen = opportunity.outcome === 'open';
    const acts: Readonly<Record<string, () => void>> = {
      ...(isOpen && {
        KeyW: () => {
          openOne(opportunity, 'win');
        },
        KeyL: () => {
          openOne(opportunity, 'lose');
        },
        KeyD: () => {
          openOne(opportunity, 'step');
        },
      }),
    };
    const act = acts[event.code];
    if (act === undefined || !mayWrite) return;
    event.preventDefault();
    act();
  };
  const add = mayWrite && (
    <Button rightSection={<Kbd size="xs">N</Kbd>} onClick={begin}>
      {t('opportunities.add')}
    </Button>
  );
  const list = { staffId, add, onOpen: openOne, onKey, isFocused: shown === null };
  return (
    <WithSidePanel
      panel={
        shown === null ? null : (
          <Panel key={shown.what === 'one' ? shown.id : 'new'} shown={shown} onShow={setShown} onClose={close} />
        )
      }
      panelLabel={t('opportunities.panel')}
      width={390}
    >
      <PageHeader title={t('opportunities.title')} text={t('opportunities.text')}>
        {add}
      </PageHeader>
      <Group px="md" pb="sm" gap="sm">
        <SegmentedControl
          aria-label={t('opportunities.view.label')}
          value={view}
          data={views.map((value) => ({
            value,
            label:
              value === 'due' && counts !== undefined && counts.due > 0
                ? t('opportunities.counted', { name: t('opportunities.view.due'), count: counts.due })
                : t(`opportunities.view.${value}`),
          }))}
          onChange={(next: View) => {
            void navigate({ to: '/opportunities', search: next === 'board' ? {} : { view: next }, replace: true });
          }}
        />
        {staff.length > 1 && (
          <Select
            aria-label={t('opportunities.whose')}
            placeholder={t('opportunities.everybody')}
            clearable
            w={150}
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={whose}
            onChange={setWhose}
          />
        )}
      </Group>
      {view === 'board' ? (
        <BoardView {...list} openId={shown?.what === 'one' ? shown.id : null} />
      ) : (
        <ListView key={view} {...list} view={view} />
      )}
    </WithSidePanel>
  );
};

interface PanelProps {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onClose: () => void;
}

const Panel = ({ shown, onShow, onClose }: PanelProps) => {
  const { save } = useOpportunities();
  const customerId = shown.what === 'new' ? shown.customerId : null;
  const card = useOperation('customers.findById', { customerId: customerId ?? '' }, { enabled: customerId !== null }).data;
  if (shown.what === 'one')
    return (
      <OpportunityPanel
        opportunityId={shown.id}
        mode={shown.mode}
        onMode={(mode) => {
          onShow({ ...shown, mode });
        }}
        onClose={onClose}
      />
    );
  if (customerId !== null && card === undefined) return null;
  return (
    <OpportunityForm
      opportunity={null}
      customer={card === undefined ? null : { id: card.id, name: card.fields.name }}
      onSave={async (input) => {
        const { id } = await save(input, null);
        onShow({ what: 'one', id, mode: 'read' });
      }}
      onClose={onClose}
    />
  );
};
