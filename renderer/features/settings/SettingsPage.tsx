import { Anchor, Box, Button, Group, Kbd, Paper, ScrollArea, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { validateBy } from '../../components/formValidation.ts';
import { client } from '../../ipc/client.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { CareSettings } from './CareSettings.tsx';
import { DiarySettings } from './DiarySettings.tsx';
import { GrantSettings } from './GrantSettings.tsx';
import { ListSettings } from './ListSettings.tsx';
import { SourcesSetting } from './SourcesSetting.tsx';
import { PointsSettings } from './PointsSettings.tsx';
import { CreditSettings } from '../credit/CreditSettings.tsx';
import { GiftSettings } from '../gifts/GiftSettings.tsx';
import { KeptSettings } from '../keptGoods/KeptSettings.tsx';
import { SpendingProofSettings } from '../spendingPins/SpendingProofSettings.tsx';
import { StoredValueSettings } from '../storedValue/StoredValueSettings.tsx';
import { SegmentSettings } from './SegmentSettings.tsx';
import { ShopSettingsFields } from './ShopSettingsFields.tsx';
import { ReferralSettings } from '../referrals/ReferralSettings.tsx';
import { TierSettings } from './TierSettings.tsx';
import { VaultSettings } from '../vault/VaultSettings.tsx';
import { SettingsSections } from './SettingsSections.tsx';
import classes from './SettingsPage.module.css';
import { changedSettings } from './changedSettings.ts';

/** Of the column, and of its head with the buttons. */
const WIDTH = '58rem';

/** Everything the shop can set, as plain sentences with values in them. */
export const SettingsPage = (): ReactNode => {
  const { settings } = useShop();
  // A new form whenever somebody else's change arrives while nothing is typed here.
  return <SettingsForm key={JSON.stringify(settings)} settings={settings} />;
};

const SettingsForm = ({ settings }: { readonly settings: ShopSettings }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const update = useCommand('settings.update');
  const form = useForm<ShopSettings>({ initialValues: settings, validate: validateBy(t, shopSettingsSchema) });
  const isDirty = form.isDirty();

  const save = async (values: ShopSettings): Promise<void> => {
    try {
      const { before } = await update.mutateAsync({ changes: changedSettings(settings, values) });
      // Saved is saved: whoever leaves before the new settings have come back is asked nothing.
      form.resetDirty();
      done({ label: t('settings.saved'), undo: () => client.settings.update({ changes: before }) });
    } catch (error) {
      form.setErrors(formErrors(t, error, 'changes.'));
    }
  };
  const submit = form.onSubmit((values) => void save(values));
  useHotkeys([['mod+Enter', () => submit()]], []);

  return (
    <Box component="form" display="flex" h="100%" className={classes['form']} onSubmit={submit}>
      <LeaveGuard isDirty={() => form.isDirty() && !update.isPending} />
      <SettingsSections />
      <Box maw={WIDTH}>
        <PageHeader title={t('settings.title')}>
          <Button
            variant="default"
            disabled={!isDirty}
            onClick={() => {
              form.reset();
            }}
          >
            {t('settings.discard')}
          </Button>
          <Button type="submit" disabled={!isDirty} loading={update.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
            {t('common.save')}
          </Button>
        </PageHeader>
      </Box>
      <ScrollArea flex={1} px="md" pb="md">
        <Stack gap="md" maw={`calc(${WIDTH} - 2 * var(--mantine-spacing-md))`}>
          <Section title={t('settings.shop.title')}>
            <ShopSettingsFields form={form} />
            <SourcesSetting form={form} />
          </Section>
          <Section title={t('settings.points.title')}>
            <PointsSettings form={form} />
          </Section>
          <Section title={t('storedValue.settings.title')}>
            <StoredValueSettings form={form} />
          </Section>
          <Section title={t('credit.settings.title')}>
            <CreditSettings form={form} />
          </Section>
          <Section title={t('gifts.settings.title')}>
            <GiftSettings form={form} />
          </Section>
          <Section title={t('keptGoods.settings.title')}>
            <KeptSettings form={form} />
          </Section>
          <Section title={t('wallet.settings.title')}>
            <SpendingProofSettings form={form} />
          </Section>
          <Section title={t('settings.grants.title')}>
            <GrantSettings form={form} />
          </Section>
          <Section title={t('referrals.programme.title')}>
            <ReferralSettings form={form} />
          </Section>
          <Section title={t('settings.tiers.title')}>
            <TierSettings form={form} />
          </Section>
          <Section title={t('settings.segments.title')}>
            <SegmentSettings form={form} />
          </Section>
          <Section title={t('settings.list.title')}>
            <ListSettings form={form} />
          </Section>
          <Section title={t('appointments.settings.title')}>
            <DiarySettings form={form} />
          </Section>
          <Section title={t('care.settings.title')}>
            <CareSettings form={form} />
          </Section>
          <Section title={t('vault.title')}>
            <VaultSettings />
          </Section>
          <Group gap="md">
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/products" />}>
              {t('settings.toProducts')}
            </Anchor>
          </Group>
        </Stack>
      </ScrollArea>
    </Box>
  );
};

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper withBorder p="md" component="section" aria-label={title}>
    <Title order={2} mb="sm">
      {title}
    </Title>
    <Box>{children}</Box>
  </Paper>
);
