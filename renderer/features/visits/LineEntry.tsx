import { Box, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UNIT_QUANTITY } from '../../../shared/types/amounts.ts';
import { comboboxField, comboboxList, comboboxOption } from '../../components/combobox.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { QuantityText } from '../../components/QuantityText.tsx';
import hitClasses from '../../components/CustomerHits.module.css';
import type { EntryOption } from './entryOptions.ts';
import { entryId } from './lineCell.ts';
import classes from './VisitLines.module.css';
import type { LineEntryState } from './useLineEntry.ts';

const listId = 'visit-entry-options';

/** The field for the next item, and what the text in it could mean. */
export const LineEntry = ({ entry }: { readonly entry: LineEntryState }) => {
  const { t } = useTranslation();
  const { text, options, activeIndex, isOpen } = entry;
  return (
    <Popover opened={isOpen} width="target" position="bottom-start" offset={2} withRoles={false} shadow="md">
      <Popover.Target>
        <TextInput
          data-takes-codes
          id={entryId}
          variant="unstyled"
          className={classes['entry']}
          aria-label={t('visits.lines.entry')}
          placeholder={t('visits.lines.entryHint')}
          maxLength={120}
          {...comboboxField(listId, isOpen, activeIndex)}
          value={text}
          onChange={(event) => {
            entry.setText(event.currentTarget.value);
          }}
          onKeyDown={entry.onKeyDown}
          onFocus={() => {
            entry.setHasFocus(true);
          }}
          onBlur={() => {
            entry.setHasFocus(false);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <Stack gap={0} {...comboboxList(listId, t('visits.lines.options'))}>
          {options.map((option, index) => (
            <Box
              key={option.key}
              {...comboboxOption(listId, index, activeIndex)}
              className={hitClasses['hit']}
              onMouseMove={() => {
                entry.setActiveIndex(index);
              }}
              onClick={() => {
                entry.choose(option);
              }}
            >
              <OptionContent option={option} />
            </Box>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

const OptionContent = ({ option }: { readonly option: EntryOption }) => {
  const { t } = useTranslation();
  const { name, price, quantity } = option.source;
  return (
    <>
      <Text truncate fw={option.isFreeText ? 400 : 700}>
        {option.isFreeText ? t('visits.lines.freeText', { name }) : name}
      </Text>
      <Text size="sm" c="dimmed" ta="right">
        {quantity === UNIT_QUANTITY ? null : (
          <>
            ×<QuantityText quantity={quantity} />
          </>
        )}
      </Text>
      <Group justify="flex-end">
        {price === null ? (
          <Text size="sm" c="dimmed">
            {t('visits.lines.askPrice')}
          </Text>
        ) : (
          <MoneyText amount={price} keepZeros />
        )}
      </Group>
    </>
  );
};
