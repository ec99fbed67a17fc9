// Addresses of files: the same file is the same path, however a client spells its URI.
// Deliberately without file access.
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a file on disk; undefined for an untitled, virtual or malformed address. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    // VS Code writes a drive letter in lower case, other clients do not.
    return fileURLToPath(uri).replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return undefined;
  }
}

export const uriOf = (path: string): string => pathToFileURL(path).href;

export const isModelName = (name: string): boolean => /\.ddb\.ya?ml$/.test(name);
