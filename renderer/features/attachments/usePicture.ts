import { useQuery } from '@tanstack/react-query';
import type { AppError } from '../../../shared/errors.ts';
import { readBytes } from './transfer.ts';

/**
 * The bytes of a picture; undefined until they are read. The bytes of an attachment never change, so a change of the list does not
 * read them again: the key is none of the contract's names.
 */
export const usePicture = (attachmentId: string, variant: 'full' | 'thumbnail', isEnabled: boolean): Blob | undefined =>
  useQuery<Blob, AppError>({
    queryKey: ['picture', attachmentId, variant],
    queryFn: () => readBytes(attachmentId, variant),
    staleTime: Infinity,
    gcTime: variant === 'full' ? 60_000 : 300_000,
    enabled: isEnabled,
  }).data;
