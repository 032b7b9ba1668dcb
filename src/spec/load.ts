// The document as it runs: openapi/, with overlays over it.
import { readDocument, readOverlay } from './layers.js';
import { applyOverlay } from './overlay.js';
import type { Source } from './source.js';
import { assemble } from './source.js';

/** @param overlays files, in the order in which they are laid over the folder */
export function loadSource(directory: string, overlays: readonly string[] = []): Source {
  const layers = overlays.map(readOverlay);
  return layers.reduce((source, { yaml }) => applyOverlay(source, yaml.content), assemble(readDocument(directory)));
}
