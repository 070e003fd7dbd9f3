import { basename } from 'node:path';

/** How a place is called: the last word of its path, or the drive itself. */
export const placeName = (folder: string): string => basename(folder) || folder;
