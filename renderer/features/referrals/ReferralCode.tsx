import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shareText } from '../../../shared/domain/referrals/share.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useCopy } from '../../components/useCopy.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { LinkedPerson } from './LinksSection.tsx';

interface ReferralCodeProps {
  readonly person: LinkedPerson;
  readonly code: string | null;
}

/** The code somebody passes on, and the shop's words around it to be copied; made with the first copy (R096). */
export const ReferralCode = ({ person, code }: ReferralCodeProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const may = useMay();
  const copy = useCopy();
  const make = useCommand('referrals.makeCode');
  const canMake = may('customers.write') && !person.isRemoved;
  if (code === null && !(settings.referralCodes && canMake)) return null;
  const wordsFor = (made: string): string => shareText(settings, { code: made, name: person.name });
  const copyText = async (): Promise<void> => {
    copy(wordsFor(code ?? (await make.mutateAsync({ customerId: person.id })).code));
  };
  return (
    <Stack gap={6} component="section" aria-label={t('referrals.code.title')}>
      <Title order={2} size="xs" c="dimmed" fw={400}>
        {t('referrals.code.title')}
      </Title>
      {code === null ? (
        <Text size="sm" c="dimmed">
          {t('referrals.code.none')}
        </Text>
      ) : (
        <>
          <Code fz="lg" fw={700} w="fit-content" px="sm" style={{ letterSpacing: '0.12em' }}>
            {code}
          </Code>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {wordsFor(code)}
          </Text>
        </>
      )}
      <Group>
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconCopy size={16} stroke={1.7} aria-hidden />}
          loading={make.isPending}
          onClick={() => void copyText()}
        >
          {t(code === null ? 'referrals.code.makeAndCopy' : 'referrals.code.copy')}
        </Button>
      </Group>
    </Stack>
  );
};
