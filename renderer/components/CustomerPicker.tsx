import { Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { comboboxField } from './combobox.ts';
import { CustomerHits } from './CustomerHits.tsx';
import { RefusedCardText } from './RefusedCardText.tsx';
import { useCustomerSearch, type SearchHit } from './useCustomerSearch.ts';
import { useFocusOnMount } from './useFocusOnMount.ts';

interface CustomerPickerProps {
  readonly onPick: (hit: SearchHit) => void;
  /** Nobody matches: offer to create the person with what was typed. */
  readonly onCreate?: (text: string) => void;
  /** Puts the cursor here when the page opens. */
  readonly isFocused?: boolean;
  readonly label?: string;
}

/** Picks a customer on the page itself, with the same search, keys and rows as the search box. */
export const CustomerPicker = ({ onPick, onCreate, isFocused = false, label }: CustomerPickerProps) => {
  const { t } = useTranslation();
  const id = useId();
  const search = useCustomerSearch({ onChoose: onPick, ...(onCreate === undefined ? {} : { onNobody: onCreate }) });
  return (
    <Stack gap="xs">
      <TextInput
        data-takes-codes
        size="md"
        aria-label={label ?? t('common.picker.label')}
        placeholder={t('common.picker.placeholder')}
        leftSection={<IconSearch stroke={1.7} size={18} aria-hidden />}
        ref={useFocusOnMount(isFocused)}
        {...comboboxField(id, search.rowCount > 0, search.activeIndex)}
        value={search.text}
        onChange={(event) => {
          search.setText(event.currentTarget.value);
        }}
        onKeyDown={search.onKeyDown}
      />
      {search.rowCount > 0 && (
        <Paper withBorder p={4}>
          <CustomerHits
            id={id}
            hits={search.hits}
            activeIndex={search.activeIndex}
            inactiveLeftOut={search.inactiveLeftOut}
            onShowInactive={search.showInactive}
            onHover={search.setActiveIndex}
            onChoose={onPick}
          />
        </Paper>
      )}
      {search.refusedCard !== null && <RefusedCardText refused={search.refusedCard} />}
      {search.isNobody && (
        <Text size="sm" c="dimmed" component="output">
          {t('app.search.nobody', { text: search.text.trim() })}
        </Text>
      )}
    </Stack>
  );
};
