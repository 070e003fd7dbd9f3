import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Advocate } from '../../../shared/contract/advocates.ts';
import { certificateNumber } from '../../../shared/domain/referrals/advocates.ts';
import type { AdvocateKind } from '../../../shared/domain/referrals/advocates.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePrint } from '../printing/usePrint.ts';
import type { AdvocatePerson } from './AdvocateOf.tsx';

interface RightOfProps {
  readonly person: AdvocatePerson;
  readonly kind: AdvocateKind;
  /** The latest first. */
  readonly rights: readonly Advocate[];
  readonly mayWrite: boolean;
}

/** One kind of right: since when, under which number, its certificate; given and ended by a key. */
export const RightOf = ({ person, kind, rights, mayWrite }: RightOfProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { done } = useUndo();
  const appoint = useCommand('advocates.appoint');
  const title = t(`advocates.kinds.${kind}`, { title: settings.advocateTitle });
  const isOpen = rights.some(({ endedOn }) => endedOn === null);
  const give = async (): Promise<void> => {
    const { advocateId } = await appoint.mutateAsync({ customerId: person.customerId, kind });
    done({
      label: t('advocates.done.given', { name: person.name, title }),
      undo: () => call('advocates.forget', { advocateId }),
    });
  };
  return (
    <Stack gap={6} component="section" aria-label={title}>
      <Title order={2} size="xs" c="dimmed" fw={400}>
        {title}
      </Title>
      {rights.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(`advocates.about.${kind}`, { title: settings.advocateTitle })}
        </Text>
      )}
      {rights.map((right) => (
        <Right key={right.id} person={person} right={right} mayWrite={mayWrite} />
      ))}
      {mayWrite && !isOpen && (
        <Button variant="light" size="compact-md" w="fit-content" loading={appoint.isPending} onClick={() => void give()}>
          {t(`advocates.give.${kind}`, { title: settings.advocateTitle })}
        </Button>
      )}
    </Stack>
  );
};

const Right = ({
  person,
  right,
  mayWrite,
}: {
  readonly person: AdvocatePerson;
  readonly right: Advocate;
  readonly mayWrite: boolean;
}) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const { sheet, isPending } = usePrint();
  const end = useCommand('advocates.end');
  const { id: advocateId, title, endedOn, staffName } = right;
  const number = certificateNumber(right.number);
  const finish = async (): Promise<void> => {
    await end.mutateAsync({ advocateId, isEnded: true });
    done({
      label: t('advocates.done.ended', { name: person.name, title }),
      undo: () => call('advocates.end', { advocateId, isEnded: false }),
    });
  };
  return (
    <Stack gap={4}>
      <Text size="sm" {...(endedOn !== null && { c: 'dimmed' })}>
        <b>{title}</b> · {t('advocates.number', { number })} ·{' '}
        {endedOn === null
          ? t('advocates.since', { on: right.sinceOn })
          : t('advocates.fromTo', { from: right.sinceOn, to: endedOn })}
        {staffName !== null && ` · ${staffName}`}
      </Text>
      {endedOn === null && (
        <Group gap="xs">
          {may('visits.read') && (
            <>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
                loading={isPending}
                onClick={() => {
                  sheet({ kind: 'certificate', advocateId }, 'printer');
                }}
              >
                {t('advocates.certificate')}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                disabled={isPending}
                onClick={() => {
                  sheet({ kind: 'certificate', advocateId }, 'file');
                }}
              >
                {t('printing.savePdf')}
              </Button>
            </>
          )}
          {mayWrite && (
            <Button variant="subtle" size="compact-md" loading={end.isPending} onClick={() => void finish()}>
              {t('advocates.end')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
};
