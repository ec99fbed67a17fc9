// The text of a model from its bytes, as an editor would show it.
// Deliberately forgiving: bytes that are not UTF-8 are replaced, and that is said.
import type { Io } from './io.ts';
import { troubleOf } from './trouble.ts';

/** A file of this size is no model that a person wrote, and checking it would take minutes. */
const mostBytes = 16 * 1024 ** 2;

export type ReadModel =
  | { readonly kind: 'text'; readonly text: string; readonly warning: string | undefined }
  | { readonly kind: 'unreadable'; readonly message: string };

/** @param path absolute */
export const readModel = ({ files }: Io, path: string): Promise<ReadModel> =>
  reading(async () => {
    const found = await files.find(path);
    return found !== undefined && found.bytes > mostBytes ? undefined : await files.read(path);
  });

export const readStdin = (io: Io): Promise<ReadModel> => reading(() => io.stdin());

/** @param read undefined where there are too many bytes to read */
async function reading(read: () => Promise<Uint8Array | undefined>): Promise<ReadModel> {
  try {
    const bytes = await read();
    if (bytes === undefined || bytes.byteLength > mostBytes) {
      const message = `larger than ${mostBytes / 1024 ** 2} MB, so no model that could be checked`;
      return { kind: 'unreadable', message };
    }
    return { kind: 'text', ...decode(bytes) };
  } catch (error) {
    return { kind: 'unreadable', message: troubleOf(error) };
  }
}

/** Without a byte order mark, which editors do not count as a character either. */
function decode(bytes: Uint8Array): { readonly text: string; readonly warning: string | undefined } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warning: undefined };
  } catch {
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      warning: 'not all of it is UTF-8; each part that is not is read as \ufffd',
    };
  }
}
