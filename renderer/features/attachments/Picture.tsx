import { Text } from '@mantine/core';
import { IconFile, IconFileText, IconFileTypePdf, type TablerIcon } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { usePicture } from './usePicture.ts';

export type Attachment = OutputOf<'attachments.list'>['rows'][number];

const icons: Partial<Record<Attachment['mediaType'], TablerIcon>> = {
  'application/pdf': IconFileTypePdf,
  'text/plain': IconFileText,
};

interface PictureProps {
  readonly attachment: Attachment;
  readonly variant: 'full' | 'thumbnail';
}

/** A photo, small or large; a sign for what is none. */
export const Picture = ({ attachment, variant }: PictureProps) => {
  const { t } = useTranslation();
  const blob = usePicture(attachment.id, variant, attachment.isPhoto);
  if (!attachment.isPhoto) {
    const Icon = icons[attachment.mediaType] ?? IconFile;
    return <Icon size={44} stroke={1.3} aria-hidden />;
  }
  if (blob === undefined)
    return variant === 'full' ? (
      <Text size="sm" c="dimmed">
        {t('attachments.loading')}
      </Text>
    ) : null;
  return <BlobImage blob={blob} alt={variant === 'full' ? attachment.name : ''} />;
};

/** A photo in the small, for a line of text; nothing until it is read. */
export const Thumbnail = ({ attachmentId }: { readonly attachmentId: string }) => {
  const blob = usePicture(attachmentId, 'thumbnail', true);
  return blob === undefined ? null : <BlobImage blob={blob} alt="" />;
};

/** Shows bytes as a picture, under an address that lives as long as the element. */
const BlobImage = ({ blob, alt }: { readonly blob: Blob; readonly alt: string }) => {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => {
        URL.revokeObjectURL(url);
      };
    },
    [blob],
  );
  return <img ref={show} alt={alt} draggable={false} />;
};
