import { ScrollArea, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { opportunityViews } from '../../../shared/contract/opportunities.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { usePages } from '../../ipc/usePages.ts';
import type { ViewProps } from './BoardView.tsx';
import { OpportunitiesTable } from './OpportunitiesTable.tsx';

/** Opportunities as a list, by page. */
export const ListView = ({
  view,
  staffId,
  add,
  isFocused,
  onOpen,
  onKey,
}: ViewProps & { readonly view: (typeof opportunityViews)[number] }) => {
  const { t } = useTranslation();
  const { rows, total, ...list } = usePages(
    'opportunities.list',
    (page) => call('opportunities.list', { view, staffId, ...page }),
    `${view} ${staffId ?? ''}`,
  );
  return (
    <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
      {list.error !== null && <ErrorNotice error={list.error} onRetry={list.readAgain} />}
      {total === 0 && (
        <EmptyState
          icon={IconTargetArrow}
          title={t(`opportunities.empty.${view}.title`)}
          text={t(`opportunities.empty.${view}.text`)}
        >
          {view === 'open' && add}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <OpportunitiesTable
            opportunities={rows}
            view={view === 'due' ? 'open' : view}
            isFocused={isFocused}
            onOpen={onOpen}
            onKey={onKey}
          />
          <Text size="xs" c="dimmed" px="md" py="xs">
            {t('opportunities.listKeys')}
          </Text>
        </>
      )}
      <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
    </ScrollArea>
  );
};
