import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { WaitingForCustomer } from './WaitingForCustomer.tsx';

interface AskCustomerButtonProps {
  /** Whose card it is for; null for someone new. */
  readonly customerId: string | null;
  readonly name: string | null;
  readonly size?: 'sm' | 'compact-sm';
}

interface Screens {
  readonly hasOwnScreen: boolean;
}

/**
 * Turns a screen to the customer, who types their own details there (X39). With one screen the clerk thinks up a code first, by which the
 * work screen comes back.
 */
export const AskCustomerButton = ({ customerId, name, size = 'sm' }: AskCustomerButtonProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const showError = useErrorToast();
  const [screens, setScreens] = useState<Screens | null>(null);
  const [code, setCode] = useState('');
  const isCode = /^\d{4,8}$/.test(code);

  const begin = async (hasOwnScreen: boolean): Promise<void> => {
    try {
      await client.intake.open({ customerId });
      await client.shell.openFacing({ code: hasOwnScreen ? null : code });
      setScreens(null);
      setCode('');
    } catch (error) {
      showError(error);
    }
  };
  const ask = async (): Promise<void> => {
    try {
      setScreens(await client.shell.facingState({}));
    } catch (error) {
      showError(error);
    }
  };
  // Only a second screen leaves this one to the clerk while somebody types.
  const waiting = useOperation('intake.state', {}).data?.open ?? null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (screens !== null && (screens.hasOwnScreen || isCode)) void begin(screens.hasOwnScreen);
  };
  // Where someone new is asked, whoever is waited for is named: nobody is replaced unseen.
  if (waiting !== null && (customerId === null || waiting.customerId === customerId))
    return <WaitingForCustomer customerId={waiting.customerId} name={waiting.name} size={size} />;
  return (
    <>
      <Button
        variant="default"
        size={size}
        leftSection={<IconDeviceTablet size={18} stroke={1.7} aria-hidden />}
        onClick={() => void ask()}
      >
        {customerId === null ? t('intake.askNew') : t('intake.ask')}
      </Button>
      <Modal
        opened={screens !== null}
        onClose={() => {
          setScreens(null);
        }}
        title={name === null ? t('intake.dialog.titleNew') : t('intake.dialog.title', { name })}
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text size="sm">
              {t('intake.dialog.fields', {
                fields: settings.intakeFields.map((field) => t(`intake.field.${field}`)).join(t('care.comma')),
              })}
            </Text>
            <Text size="sm">{screens?.hasOwnScreen === true ? t('intake.dialog.second') : t('intake.dialog.only')}</Text>
            {waiting !== null && (
              <Text size="sm">
                {waiting.name === null ? t('intake.dialog.insteadOfNew') : t('intake.dialog.instead', { name: waiting.name })}
              </Text>
            )}
            {screens?.hasOwnScreen === false && (
              <PasswordInput
                label={t('intake.dialog.code')}
                description={t('intake.dialog.codeHint')}
                value={code}
                onChange={(event) => {
                  setCode(event.currentTarget.value.replaceAll(/\D/g, ''));
                }}
                inputMode="numeric"
                autoComplete="off"
                maxLength={8}
                data-autofocus
              />
            )}
            <Group justify="flex-end">
              <Button type="submit" disabled={screens?.hasOwnScreen === false && !isCode}>
                {t('intake.dialog.begin')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
};
