import { SegmentedControl, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { orderKinds } from '../../../shared/domain/orders/statuses.ts';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import type { OrderDraft } from './orderDraft.ts';

/** The id of the field that says what was brought in. */
export const itemFieldId = 'order-item';

interface OrderFactsProps {
  readonly draft: OrderDraft;
  /** A new one may still be of any kind. */
  readonly isNew: boolean;
  readonly isItemMissing: boolean;
  readonly onChange: (changes: Partial<OrderDraft>) => void;
}

/** Which kind of order, what was brought in and in what state, or where it goes. */
export const OrderFacts = ({ draft, isNew, isItemMissing, onChange }: OrderFactsProps) => {
  const { t } = useTranslation();
  const { kind } = draft;
  const focusItem = useFocusOnMount(kind === 'repair');
  return (
    <Stack gap="sm">
      {isNew && (
        <SegmentedControl
          w="fit-content"
          aria-label={t('orders.kindLabel')}
          value={kind}
          data={orderKinds.map((value) => ({ value, label: t(`orders.kind.${value}`) }))}
          onChange={(next) => {
            onChange({ kind: next });
          }}
        />
      )}
      {kind === 'repair' && (
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
          <TextInput
            id={itemFieldId}
            ref={focusItem}
            label={t('orders.form.item')}
            placeholder={t('orders.form.itemHint')}
            maxLength={120}
            autoComplete="off"
            error={isItemMissing ? t('orders.form.itemMissing') : undefined}
            value={draft.item}
            onChange={(event) => {
              onChange({ item: event.currentTarget.value });
            }}
          />
          <TextInput
            data-takes-codes
            label={t('orders.form.serial')}
            maxLength={60}
            autoComplete="off"
            value={draft.serialNumber}
            onChange={(event) => {
              onChange({ serialNumber: event.currentTarget.value });
            }}
          />
          <Textarea
            style={{ gridColumn: '1 / -1' }}
            label={t('orders.form.condition')}
            placeholder={t('orders.form.conditionHint')}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={2000}
            value={draft.condition}
            onChange={(event) => {
              onChange({ condition: event.currentTarget.value });
            }}
          />
        </SimpleGrid>
      )}
      {kind === 'delivery' && (
        <TextInput
          label={t('orders.form.deliverTo')}
          maxLength={300}
          autoComplete="off"
          value={draft.deliverTo}
          onChange={(event) => {
            onChange({ deliverTo: event.currentTarget.value });
          }}
        />
      )}
    </Stack>
  );
};
