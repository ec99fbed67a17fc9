// What is around the page: where pictures come from, where clicks go, what is kept between pages.
// Deliberately an interface with two makers: VS Code, and a file that holds everything itself (embedded.ts).
import type { FromPreview, SelectMessage, ShowMessage } from '../protocol/preview.ts';
import { type Saved, savedFrom } from './state.ts';

export interface Host {
  readonly saved: Saved;
  /** False where nothing is behind the page that could show a place in the source. */
  readonly canReveal: boolean;
  send(message: FromPreview): void;
  save(state: Saved): void;
  /** Returns what stops it. */
  onMessage(listener: (message: ShowMessage | SelectMessage) => void): () => void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** May be called once. */
export function connectToVsCode(): Host {
  const api = acquireVsCodeApi();
  return {
    saved: savedFrom(api.getState()),
    canReveal: true,
    send: (message) => api.postMessage(message),
    save: (state) => api.setState(state),
    onMessage(listener) {
      const receive = ({ data }: MessageEvent<unknown>): void => {
        if (isOurs(data)) listener(data);
      };
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  };
}

const isOurs = (data: unknown): data is ShowMessage | SelectMessage =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  ((data.type === 'show' && 'overview' in data) || (data.type === 'select' && 'selection' in data));
