import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../../shared/types/ids.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { Signature } from '../signedForms/SignaturePad.tsx';

/** How it was proven that what this visit spent may be spent; nothing where nothing was asked (X53). */
export const VisitProof = ({ visitId }: { readonly visitId: VisitId }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const proof = useOperation('spendingPins.ofVisit', { visitId }).data?.proof ?? null;
  if (proof === null) return null;
  const { way, valueCents, strokes, reason, staffName } = proof;
  return (
    <Stack gap={4} component="section" aria-label={t('wallet.proof.kept')}>
      <Text size="sm">
        {t(`wallet.proof.was.${way}`, { amount: money(valueCents), reason: reason ?? '' })}
        {staffName !== null && ` · ${staffName}`}
      </Text>
      {way === 'signature' && <Signature strokes={strokes} label={t('wallet.proof.ways.signature')} />}
    </Stack>
  );
};
