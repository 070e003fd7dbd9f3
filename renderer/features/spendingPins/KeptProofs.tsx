import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { Signature } from '../signedForms/SignaturePad.tsx';

type KeptProof = NonNullable<OutputOf<'spendingPins.ofVisit'>['proof']>;

/** How it was proven that what this visit spent may be spent; nothing where nothing was asked (X53). */
export const VisitProof = ({ visitId }: { readonly visitId: VisitId }) => {
  const { t } = useTranslation();
  const proof = useOperation('spendingPins.ofVisit', { visitId }).data?.proof ?? null;
  if (proof === null) return null;
  return (
    <Stack gap={4} component="section" aria-label={t('wallet.proof.kept')}>
      <ProofWords {...proof} />
    </Stack>
  );
};

/** How something was proven, and by whom it was taken down. */
const ProofWords = ({ way, valueCents, strokes, reason, staffName }: KeptProof) => {
  const { t } = useTranslation();
  const money = useMoney();
  return (
    <>
      <Text size="sm">
        {t(`wallet.proof.was.${way}`, { amount: money(valueCents), reason: reason ?? '' })}
        {staffName !== null && ` · ${staffName}`}
      </Text>
      {way === 'signature' && <Signature strokes={strokes} label={t('wallet.proof.ways.signature')} />}
    </>
  );
};

/** How it was proven that what was spent away from visits may be spent, the latest first; nothing where there is none (X53). */
export const ProofsAway = ({ customerId, saysNone }: { readonly customerId: CustomerId; readonly saysNone: boolean }) => {
  const { t } = useTranslation();
  const proofs = useOperation('spendingPins.proofs', { customerId }).data?.proofs;
  if (proofs === undefined) return null;
  if (proofs.length === 0) return saysNone ? <Text size="sm">{t('wallet.proof.none')}</Text> : null;
  return (
    <Stack gap="sm" component="section" aria-label={t('wallet.proof.away')}>
      <Title order={3} fz="sm">
        {t('wallet.proof.away')}
      </Title>
      {proofs.map(({ at, spending, ...proof }, index) => (
        <Stack key={`${at} ${index}`} gap={2}>
          <Text size="xs" c="dimmed">
            <MomentText at={at} /> · {t(`wallet.proof.spendings.${spending}`)}
          </Text>
          <ProofWords {...proof} />
        </Stack>
      ))}
    </Stack>
  );
};
