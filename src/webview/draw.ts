// Entry of a page that draws an SVG picture on a canvas and gives it back as PNG.
// Deliberately a page of its own, without the preview: only a browser draws, and the preview need not be open.
import type { DrawMessage, FromDrawing } from '../protocol/drawing.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromDrawing): void };

/** Pixels for each of the picture's, so that it is sharp on paper. */
const sharpness = 2;
/** What Chromium's canvas takes, with room to spare. */
const mostPixels = 100_000_000;
const longestSide = 16_000;

async function draw(svg: string): Promise<FromDrawing> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { width, height } = image;
  const scale = Math.min(
    sharpness,
    longestSide / Math.max(width, height),
    Math.sqrt(mostPixels / (width * height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, png] = canvas.toDataURL('image/png').split('base64,');
  return png ? { type: 'drawn', png } : { type: 'failed', why: 'the picture is too large' };
}

const isDrawing = (data: unknown): data is DrawMessage =>
  typeof data === 'object' && data !== null && 'svg' in data && typeof data.svg === 'string';

const api = acquireVsCodeApi();
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isDrawing(data)) return;
  draw(data.svg)
    .catch((error: unknown): FromDrawing => ({ type: 'failed', why: String(error) }))
    .then((answer) => api.postMessage(answer));
});
api.postMessage({ type: 'ready' });
