import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_REASON } from '../../../shared/domain/loyalty/pointsFile.ts';

interface PointsFileReasonProps {
  readonly reason: string | null;
  /** Null: rows without a reason of their own are refused. */
  readonly onChange: (reason: string | null) => void;
}

/** One reason for the whole file; taken over when the cursor leaves the field, or by Enter. */
export const PointsFileReason = ({ reason, onChange }: PointsFileReasonProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(reason ?? '');
  const takeOver = (): void => {
    const next = text.trim() === '' ? null : text.trim();
    if (next !== reason) onChange(next);
  };
  return (
    <TextInput
      mt="md"
      maw="32rem"
      label={t('pointsFiles.reason.label')}
      description={t('pointsFiles.reason.description')}
      placeholder={t('pointsFiles.reason.placeholder')}
      maxLength={LONGEST_REASON}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onBlur={takeOver}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) takeOver();
      }}
    />
  );
};
