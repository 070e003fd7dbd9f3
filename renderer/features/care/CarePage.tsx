import { Badge, Box, Flex, Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { CustomersSections } from '../customers/CustomersSections.tsx';
import { AskCustomerButton } from '../intake/AskCustomerButton.tsx';
import { ProposalsTab } from '../intake/ProposalsTab.tsx';
import { AnomaliesTab } from './AnomaliesTab.tsx';
import { ChecksTab } from './ChecksTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { careTabs, type CareTab } from './search.ts';

const route = getRouteApi('/customers/care');
const bodies = { overview: OverviewTab, anomalies: AnomaliesTab, checks: ChecksTab, proposals: ProposalsTab } as const;

/** How good the shop's data is, what looks wrong in it, whom to check this quarter, and what customers typed (R183, R185, R186, X39). */
export const CarePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tab: CareTab = route.useSearch().tab ?? 'overview';
  const anomalies = useOperation('care.overview', {}).data?.anomalies ?? 0;
  const waiting = useOperation('intake.proposals', { limit: 1 }).data?.waiting ?? 0;
  const quarter = useOperation('care.quarter', {}).data;
  const counts: Record<CareTab, number> = {
    overview: 0,
    anomalies,
    checks: quarter === undefined ? 0 : quarter.rows.length - quarter.done,
    proposals: waiting,
  };
  const Body = bodies[tab];
  return (
    <Flex direction="column" h="100%">
      <CustomersSections />
      <PageHeader title={t('care.title')}>
        <AskCustomerButton customerId={null} name={null} />
      </PageHeader>
      <Tabs
        value={tab}
        onChange={(value) => {
          const wanted = careTabs.find((name) => name === value);
          if (wanted !== undefined) void navigate({ to: '/customers/care', search: { tab: wanted }, replace: true });
        }}
        px="md"
      >
        <Tabs.List>
          {careTabs.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                counts[name] > 0 ? (
                  <Badge size="sm" color="gray" variant="light">
                    {counts[name]}
                  </Badge>
                ) : null
              }
            >
              {t(`care.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Box flex={1} mih={0}>
        <Body />
      </Box>
    </Flex>
  );
};
