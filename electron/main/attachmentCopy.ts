import { unwrap } from '../../shared/errors.ts';
import { contract } from '../../shared/contract.ts';
import type { AttachmentId } from '../../shared/types/ids.ts';
import type { Gate } from '../gate/gate.ts';
import type { Session } from '../gate/session.ts';

/** All bytes of an attachment and the name it is kept under, asked for part by part through the gate. Throws AppError. */
export const readAttachment = async (
  gate: Pick<Gate, 'call'>,
  attachmentId: AttachmentId,
  session: Session,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const read = async (part: number) =>
    contract.attachments.read.output.parse(
      unwrap(await gate.call('attachments.read', { attachmentId, variant: 'full', part }, session)),
    );
  const first = await read(0);
  const contents = [first.content];
  while (contents.length < first.parts) contents.push((await read(contents.length)).content);
  return { name: first.name, bytes: Buffer.concat(contents.map((content) => Buffer.from(content, 'base64'))) };
};
