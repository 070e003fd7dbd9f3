import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { ImportFindings } from './ImportFindings.tsx';
import { RejectedRows } from './RejectedRows.tsx';

interface ImportResultProps {
  readonly result: OutputOf<'imports.run'>;
  readonly onAnother: () => void;
  readonly onAgain: () => void;
}

/** What was imported, or that the file was imported before. */
export const ImportResult = ({ result, onAnother, onAgain }: ImportResultProps) => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  if (result.alreadyImported !== null)
    return (
      <Alert color="amber" title={t('imports.already.title')}>
        <Stack gap="sm">
          <Text size="sm">
            {t('imports.already.at')} <MomentText at={result.alreadyImported.at} />
            {t('imports.already.text')}
          </Text>
          <Group>
            <Button onClick={onAnother}>{t('imports.run.another')}</Button>
            <Button variant="default" onClick={onAgain}>
              {t('imports.already.again')}
            </Button>
          </Group>
        </Stack>
      </Alert>
    );
  return (
    <Alert color="jade" icon={<IconCheck stroke={1.7} aria-hidden />} title={t('imports.result.title')}>
      <Stack gap="sm">
        <Text size="sm">
          {t('imports.result.text', {
            customers: figure(result.customers),
            visits: figure(result.visits),
            amount: money(result.amountCents),
            updated: figure(result.updated),
            skipped: figure(result.skipped),
            rejected: figure(result.rejected),
          })}
        </Text>
        <ImportFindings findings={result} />
        {result.importId !== null && (
          <RejectedRows rows={result.rejectedRows} total={result.rejected} from={{ importId: result.importId }} />
        )}
        <Group>
          <Button variant="default" onClick={onAnother}>
            {t('imports.run.another')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};
