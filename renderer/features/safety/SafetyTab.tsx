import { SimpleGrid, Stack } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract.ts';
import { AlertsSection } from './AlertsSection.tsx';
import { BlockSection } from './BlockSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { PatchTestsSection } from './PatchTestsSection.tsx';

/** Allergies and patch tests on the left, what to say on arrival and do-not-serve on the right. */
export const SafetyTab = ({ card }: { readonly card: OutputOf<'customers.findById'> }) => (
  <SimpleGrid type="container" cols={{ base: 1, '720px': 2 }} spacing="xl" p="md">
    <Stack gap="lg">
      <FactsSection card={card} />
      <PatchTestsSection card={card} />
    </Stack>
    <Stack gap="lg">
      <AlertsSection card={card} />
      <BlockSection card={card} />
    </Stack>
  </SimpleGrid>
);
