import { Blockquote, Button, Drawer, Group, Kbd, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { spokenWays } from '../../../shared/domain/privacy/consents.ts';
import type { ConsentPurpose, SaidState } from '../../../shared/domain/privacy/consents.ts';
import { purposeWords, stateWords, wayWords } from '../../../shared/domain/privacy/wording.ts';
import { localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { client } from '../../ipc/client.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export interface AskedConsent {
  readonly purpose: ConsentPurpose;
  /** A no is kept as `withdrawn`; it is called declined where nothing had been given. */
  readonly said: SaidState;
}

interface ConsentDrawerProps {
  readonly card: OutputOf<'customers.findById'>;
  readonly asked: AskedConsent | null;
  readonly onClose: () => void;
}

/** When and how it was said; reads out the sentence that is agreed to (R190). */
export const ConsentDrawer = ({ card, asked, onClose }: ConsentDrawerProps) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  return (
    <Drawer
      position="right"
      size={420}
      opened={asked !== null}
      onClose={onClose}
      title={
        asked === null
          ? ''
          : t('privacy.consents.formTitle', {
              purpose: purposeWords[asked.purpose].name[language],
              state: stateWords[asked.said][language],
            })
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asked !== null && <ConsentForm card={card} asked={asked} onClose={onClose} />}
    </Drawer>
  );
};

const ConsentForm = ({ card, asked, onClose }: ConsentDrawerProps & { readonly asked: AskedConsent }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { language } = settings;
  const { done } = useUndo();
  const record = useCommand('privacy.recordConsent');
  const form = useForm<{ on: string; way: (typeof spokenWays)[number]; note: string }>({
    initialValues: { on: today, way: 'in_person', note: '' },
  });
  const { purpose, said } = asked;
  const state = said === 'given' ? 'given' : 'withdrawn';
  const save = form.onSubmit(({ on, way, note }) => {
    record.mutate(
      { customerId: card.id, purpose, state, on: localDate(on), way, note },
      {
        onSuccess: ({ consentId }) => {
          done({
            label: t('privacy.consents.done', {
              purpose: purposeWords[purpose].name[language],
              state: stateWords[said][language],
            }),
            undo: () => client.privacy.undoConsent({ consentId }),
          });
          onClose();
        },
        onError: (error) => {
          form.setErrors(formErrors(t, error));
        },
      },
    );
  });
  return (
    <SaveForm onSubmit={save}>
      <Stack gap="md">
        <Blockquote p="sm" color={said === 'given' ? 'jade' : said === 'declined' ? 'gray' : 'red'}>
          <Text size="sm">{purposeWords[purpose].asks[language]}</Text>
        </Blockquote>
        <Text size="sm" c="dimmed">
          {t(`privacy.consents.means.${said}`)}
        </Text>
        <div>
          <Text size="sm" fw={500} mb={4} id="consent-way">
            {t('privacy.consents.way')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="consent-way"
            data={spokenWays.map((value) => ({ value, label: wayWords[value][language] }))}
            {...form.getInputProps('way')}
          />
        </div>
        <DateInput label={t('privacy.consents.on')} valueFormat="YYYY-MM-DD" maxDate={today} {...form.getInputProps('on')} />
        <Textarea
          data-autofocus
          label={t('privacy.consents.note')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
        <Group gap="xs">
          <Button
            type="submit"
            {...(said === 'declined' ? { variant: 'default' } : { color: said === 'given' ? 'jade' : 'red.9' })}
            loading={record.isPending}
            rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}
          >
            {t(`privacy.consents.save.${said}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
