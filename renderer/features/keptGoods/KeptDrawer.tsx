import { Anchor, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptGood } from '../../../shared/contract/keptGoods.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { KeepForm } from './KeepForm.tsx';
import { KeptThing } from './KeptThing.tsx';
import { TakeForm } from './TakeForm.tsx';

/** Whose things they are. */
export interface KeptOwner {
  readonly id: CustomerId;
  readonly name: string;
  readonly isRemoved: boolean;
}
/** What the drawer shows; no thing is a new one. */
export type KeptMode = { readonly kind: 'list' } | { readonly kind: 'keep' | 'take' | 'change'; readonly good: KeptGood | null };

interface KeptDrawerProps {
  readonly owner: KeptOwner;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What somebody left with the shop: keep more, hand out in parts, print a slip for it (X51). */
export const KeptDrawer = ({ owner, isOpen, onClose }: KeptDrawerProps) => {
  const { t } = useTranslation();
  const [mode, setMode] = useState<KeptMode>({ kind: 'list' });
  const back = (): void => {
    setMode({ kind: 'list' });
  };
  const close = (): void => {
    back();
    onClose();
  };
  return (
    <Drawer
      position="right"
      size={480}
      // Out of a form Escape leads back to the list first.
      closeOnEscape={mode.kind === 'list'}
      opened={isOpen}
      onClose={close}
      title={t(`keptGoods.titles.${mode.kind}`, { name: owner.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && mode.kind === 'list' && <List owner={owner} onMode={setMode} />}
      {isOpen && (mode.kind === 'keep' || mode.kind === 'change') && <KeepForm owner={owner} good={mode.good} onClose={back} />}
      {isOpen && mode.kind === 'take' && mode.good !== null && <TakeForm good={mode.good} onClose={back} />}
    </Drawer>
  );
};

interface ListProps {
  readonly owner: KeptOwner;
  readonly onMode: (mode: KeptMode) => void;
}

const List = ({ owner, onMode }: ListProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error, refetch } = useOperation('keptGoods.ofCustomer', { customerId: owner.id });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const mayWrite = may('visits.write') && !owner.isRemoved;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        {mayWrite && (
          <Button
            data-autofocus
            onClick={() => {
              onMode({ kind: 'keep', good: null });
            }}
          >
            {t('keptGoods.actions.keep')}
          </Button>
        )}
        {may('visits.read') && (
          <Anchor size="sm" renderRoot={(props) => <Link to="/visits/kept" {...props} />}>
            {t('keptGoods.inShop.open')}
          </Anchor>
        )}
      </Group>
      {data.goods.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('keptGoods.none')}
        </Text>
      )}
      {data.goods.map((good) => (
        <KeptThing key={good.id} good={good} mayWrite={mayWrite} onMode={onMode} />
      ))}
    </Stack>
  );
};
