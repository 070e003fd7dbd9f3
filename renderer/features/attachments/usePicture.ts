import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { readBytes } from './transfer.ts';

/**
 * The address under which a picture can be shown; null until it is read. The bytes of an attachment never change, so a change of
 * the list does not read them again: the key is none of the contract's names.
 */
export const usePicture = (attachmentId: string, variant: 'full' | 'thumbnail', isEnabled = true): string | null => {
  const { data } = useQuery<Blob, AppError>({
    queryKey: ['picture', attachmentId, variant],
    queryFn: () => readBytes(attachmentId, variant),
    staleTime: Infinity,
    gcTime: variant === 'full' ? 60_000 : 300_000,
    enabled: isEnabled,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [data]);
  return url;
};
