import { ActionIcon, Button, Group, Popover, Radio, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revealReasons } from '../../../shared/contract/contactMethods.ts';
import type { RevealReason } from '../../../shared/contract/contactMethods.ts';
import type { Reveal } from './useReveal.ts';

interface RevealEyeProps {
  readonly reveal: Reveal;
  /** The reason that is chosen at first. */
  readonly reason?: RevealReason;
}

/** The eye beside masked numbers: asks why, shows them for a while, hides them again (R192). */
export const RevealEye = ({ reveal, reason: likely = 'customer_asked' }: RevealEyeProps) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<RevealReason>(likely);
  const [note, setNote] = useState('');
  const isMissing = reason === 'other' && note.trim() === '';
  const isShown = reveal.shown !== null;
  const label = isShown ? t('reveal.hide') : t('reveal.open');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" shadow="md" withArrow trapFocus returnFocus width={300}>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={label}
            aria-expanded={isOpen}
            onClick={() => {
              if (isShown) reveal.hide();
              else setIsOpen((open) => !open);
            }}
          >
            {isShown ? <IconEyeOff size={16} stroke={1.7} aria-hidden /> : <IconEye size={16} stroke={1.7} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reveal.title')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isMissing) return;
            setIsOpen(false);
            void reveal.reveal(reason, note.trim());
          }}
        >
          <Stack gap="sm">
            <Radio.Group
              label={t('reveal.title')}
              value={reason}
              onChange={(value) => {
                setReason(revealReasons.find((known) => known === value) ?? likely);
              }}
            >
              <Stack gap={6} mt={6}>
                {revealReasons.map((each) => (
                  <Radio key={each} size="sm" value={each} label={t(`reveal.reasons.${each}`)} data-autofocus={each === likely} />
                ))}
              </Stack>
            </Radio.Group>
            <TextInput
              size="sm"
              label={reason === 'other' ? t('reveal.noteNeeded') : t('reveal.note')}
              value={note}
              maxLength={200}
              onChange={(event) => {
                setNote(event.currentTarget.value);
              }}
            />
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="xs" c="dimmed">
                {t('reveal.logged')}
              </Text>
              <Button type="submit" size="compact-sm" disabled={isMissing} loading={reveal.isAsking}>
                {t('reveal.show')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};
