import { useMemo } from 'react';
import { recoveryQr } from '../../../shared/domain/recovery/qr.ts';

interface RecoveryQrProps {
  readonly english: readonly string[];
  readonly label: string;
}

/** Black on white in the dark as well: many scanners read no light code on a dark ground. */
export const RecoveryQr = ({ english, label }: RecoveryQrProps) => {
  const { size, path } = useMemo(() => recoveryQr(english), [english]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="100%" height="100%">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" fillRule="evenodd" />
    </svg>
  );
};
