// The webview's side of VS Code: messages out, messages in, and what is saved between pages.
// Deliberately the only file that touches VS Code's API object, which may be asked for once.
import type { FromPreview } from '../protocol/preview.ts';
import { type Saved, type Shown, savedFrom } from './state.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Host {
  readonly saved: Saved;
  send(message: FromPreview): void;
  save(state: Saved): void;
  /** Returns what stops it. */
  onShow(listener: (message: Shown) => void): () => void;
}

export function connect(): Host {
  const api = acquireVsCodeApi();
  return {
    saved: savedFrom(api.getState()),
    send: (message) => api.postMessage(message),
    save: (state) => api.setState(state),
    onShow(listener) {
      const receive = ({ data }: MessageEvent<unknown>): void => {
        if (isShow(data)) listener(data);
      };
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  };
}

const isShow = (data: unknown): data is Shown =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'show' && 'model' in data;
