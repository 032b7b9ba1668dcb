// The document as it runs: openapi/, with overlays over it.
import { overlayLayer, readDocument, readOverlay } from './layers.js';
import { applyOverlay } from './overlay.js';
import type { Source } from './source.js';
import { assemble } from './source.js';
import { parseYamlFile } from './yaml-file.js';

/** @param overlays files, in the order in which they are laid over the folder */
export function loadSource(directory: string, overlays: readonly string[] = []): Source {
  const layers = overlays.map(readOverlay);
  return layers.reduce((source, { yaml }) => applyOverlay(source, yaml.content), assemble(readDocument(directory)));
}

/**
 * A source with one more overlay over it, given as text.
 * @param name what messages call it
 * @throws Error where it is no YAML
 */
export function overlaidBy(source: Source, name: string, text: string): Source {
  const { yaml } = overlayLayer(parseYamlFile(name, text));
  const [problem] = yaml.problems;
  if (problem !== undefined) throw new Error(`${name}:${problem.line}:${problem.column}: ${problem.message}`);
  return applyOverlay(source, yaml.content);
}
