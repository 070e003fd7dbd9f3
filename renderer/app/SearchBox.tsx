import { Box, Button, Group, Kbd, Popover, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comboboxField } from '../components/combobox.ts';
import { CustomerHits } from '../components/CustomerHits.tsx';
import { RefusedCardText } from '../components/RefusedCardText.tsx';
import { useCustomerSearch, type SearchHit } from '../components/useCustomerSearch.ts';
import { useOperation } from '../ipc/useOperation.ts';
import { newCustomerSearchOf } from './newCustomerSearch.ts';
import { searchBoxId } from './searchFocus.ts';

const listId = `${searchBoxId}-hits`;

/** The one search box: Enter opens the card, Shift+Enter starts a visit. */
export const SearchBox = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [hasFocus, setHasFocus] = useState(false);

  const leave = (): void => {
    document.getElementById(searchBoxId)?.blur();
  };
  const open = ({ id }: SearchHit, withShift: boolean): void => {
    search.clear();
    leave();
    void (withShift
      ? navigate({ to: '/visit', search: { customerId: id } })
      : navigate({ to: '/customers/$customerId', params: { customerId: id } }));
  };
  const create = (text: string): void => {
    search.clear();
    leave();
    void navigate({ to: '/customers/new', search: newCustomerSearchOf(text) });
  };
  const recents = useOperation('recents.list', {}, { enabled: hasFocus }).data?.customers;
  const offered = useMemo(
    () =>
      (recents ?? []).map((customer): SearchHit => ({ ...customer, match: { field: 'name', start: 0, end: 0 }, thing: null })),
    [recents],
  );
  const search = useCustomerSearch({ onChoose: open, onNobody: create, offered, onLeave: leave });
  const isOpen = hasFocus && (search.rowCount > 0 || search.isNobody || search.refusedCard !== null);

  return (
    <Popover opened={isOpen} width="target" position="bottom-start" offset={4} withRoles={false} withinPortal={false} shadow="md">
      <Popover.Target>
        <TextInput
          id={searchBoxId}
          data-takes-codes
          w={520}
          maw="100%"
          aria-label={t('app.search.label')}
          placeholder={t('app.search.placeholder')}
          leftSection={<IconSearch stroke={1.7} size={18} aria-hidden />}
          rightSection={
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          }
          {...comboboxField(listId, isOpen && search.rowCount > 0, search.activeIndex)}
          value={search.text}
          onChange={(event) => {
            search.setText(event.currentTarget.value);
          }}
          onKeyDown={search.onKeyDown}
          onFocus={() => {
            setHasFocus(true);
          }}
          onBlur={() => {
            setHasFocus(false);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        {search.text.trim() === '' && (
          <Text size="xs" c="dimmed" px="sm" pt={2} pb={4}>
            {t('app.search.recent')}
          </Text>
        )}
        <CustomerHits
          id={listId}
          hits={search.hits}
          activeIndex={search.activeIndex}
          inactiveLeftOut={search.inactiveLeftOut}
          onShowInactive={search.showInactive}
          onHover={search.setActiveIndex}
          onChoose={open}
        />
        {search.refusedCard !== null && (
          <Box px="sm" py="xs">
            <RefusedCardText refused={search.refusedCard} />
          </Box>
        )}
        {search.isNobody ? (
          <Group justify="space-between" px="sm" py="xs">
            <Text size="sm" component="output">
              {t('app.search.nobody', { text: search.text.trim() })}
            </Text>
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />}
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                create(search.text.trim());
              }}
            >
              {t('app.search.createNew', { text: search.text.trim() })}
            </Button>
          </Group>
        ) : (
          <Text size="xs" c="dimmed" px="sm" pt={4} pb={2}>
            <Kbd size="xs">Enter</Kbd> {t('app.search.openCard')} · <Kbd size="xs">Shift Enter</Kbd> {t('app.search.startVisit')}
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
