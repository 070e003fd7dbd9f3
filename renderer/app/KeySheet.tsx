import { Group, Kbd, Modal, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const sheet = [
  ['search', ['/', 'Ctrl K']],
  ['visit', ['F2']],
  ['newCustomer', ['F3']],
  ['today', ['F4']],
  ['menu', ['Alt 1–9', 'Alt 0', 'Alt −', 'Alt =']],
  ['rows', ['↑ ↓']],
  ['open', ['Enter']],
  ['outcome', ['1–6']],
  ['note', ['N']],
  ['save', ['Ctrl Enter']],
  ['undo', ['Ctrl Z']],
  ['back', ['Esc']],
  ['walkIn', ['F2', 'F2']],
  ['park', ['F9']],
  ['bestCoupon', ['F5']],
  ['rewards', ['Shift F5']],
  ['interest', ['F6']],
  ['nextTime', ['F7']],
  ['payMost', ['F8']],
  ['byCard', ['F10']],
  ['payMostStored', ['Shift F8']],
  ['payOnAccount', ['Ctrl F8']],
  ['moveBooking', ['M']],
  ['bookingLength', ['+', '−']],
  ['bookingVisit', ['V']],
  ['repeatRecord', ['R']],
  ['due', ['T']],
  ['checkIn', ['Q']],
  ['opportunity', ['O']],
  ['moveStage', ['[', ']']],
  ['print', ['Ctrl P']],
  ['lock', ['Ctrl L']],
  ['keys', ['?']],
] as const;

/** All keys on one sheet. Shown on `?`, never needed. */
export const KeySheet = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('app.keys.title')} size="lg">
      <SimpleGrid cols={2} spacing="xl" verticalSpacing="sm">
        {sheet.map(([key, presses]) => (
          <Group key={key} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`app.keys.${key}`)}</Text>
            <Group gap={4} wrap="nowrap">
              {presses.map((press) => (
                <Kbd key={press}>{press}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </SimpleGrid>
    </Modal>
  );
};
