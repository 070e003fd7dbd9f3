import { CFB } from '@e965/xlsx';
import { z } from 'zod';

/** What is used of the library's container format, which it types as anything. */
interface ContainerTool {
  readonly utils: { cfb_new(): object; cfb_add(container: object, name: string, bytes: Buffer): void };
  read(bytes: Buffer, options: { readonly type: 'buffer' }): object;
  write(container: object, options: { readonly type: 'buffer' }): unknown;
  find(container: object, name: string): unknown;
}
const tool = z.custom<ContainerTool>((value) => typeof value === 'object' && value !== null && 'read' in value).parse(CFB);
const bytesSchema = z.custom<Uint8Array | readonly number[]>((value) => value instanceof Uint8Array || Array.isArray(value));

/** A compound file, in which XLS and enciphered XLSX come, of these streams. */
export const compoundOf = (streams: Readonly<Record<string, Buffer>>): Buffer => {
  const container = tool.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) tool.utils.cfb_add(container, name, bytes);
  return Buffer.from(bytesSchema.parse(tool.write(container, { type: 'buffer' })));
};

/** One stream of a compound file. */
export const streamOf = (bytes: Buffer, name: string): Buffer =>
  Buffer.from(z.object({ content: bytesSchema }).parse(tool.find(tool.read(bytes, { type: 'buffer' }), name)).content);
