import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { cellId, focusField } from './lineCell.ts';
import type { LineDraft } from './lines.ts';
import type { VisitForm } from './useVisitForm.ts';

const MINUTE_MILLISECONDS = 60_000;
const DRAWN_EVERY_MILLISECONDS = 10_000;

/** The running watch of a timed service (X30): how long so far; a press stops it and writes the hours to charge. */
export const LineWatch = ({ line, form }: { readonly line: LineDraft; readonly form: VisitForm }) => {
  const { t } = useTranslation();
  const { now } = useShop();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setAt(now());
    }, DRAWN_EVERY_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, [now]);
  const minutes = Math.max(0, Math.floor((at - (line.startedAt ?? at)) / MINUTE_MILLISECONDS));
  return (
    <Button
      size="compact-sm"
      variant="light"
      color="yellow"
      fullWidth
      px={4}
      leftSection={<IconPlayerStop size={14} stroke={1.8} aria-hidden />}
      aria-label={t('visits.watch.stopNamed', { name: line.name, count: minutes })}
      title={t('visits.watch.stop')}
      onClick={() => {
        form.stopWatch(line.key);
        focusField(cellId(line.key, 'quantity'));
      }}
    >
      {t('visits.watch.minutes', { count: minutes })}
    </Button>
  );
};
