// The document as it runs: openapi/, overlays over it, and nothing in it that breaks a rule.
import type { Fault } from './check/check.js';
import { findFaults, printFault } from './check/check.js';
import type { Layer, MountedLayer } from './layers.js';
import { overlayLayer, readDocument, readOverlay } from './layers.js';
import { applyOverlay } from './overlay.js';
import type { Source } from './source.js';
import { assemble } from './source.js';
import { parseYamlFile } from './yaml-file.js';

/** All that is wrong with a document, a line each. */
export class DocumentError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    super([...faults.map(printFault), `The document has ${count}: nothing was started or changed.`].join('\n'));
  }
}

/**
 * Reads the document, and holds it to every rule before anything else is done.
 * @param directory the folder of openapi.yaml
 * @param overlays files, in the order in which they are laid over it
 * @throws DocumentError
 */
export function loadSource(directory: string, overlays: readonly string[] = []): Source {
  return assembled(readDocument(directory), overlays.map(readOverlay));
}

/**
 * The same for the document of the admin API.
 * @param shared the folder of the document whose components it uses: parameters, errors, headers
 * @throws DocumentError
 */
export function loadAdminSource(directory: string, shared: string): Source {
  return assembled(readDocument(directory, shared), []);
}

/**
 * The same, with one more overlay over it that is given as text.
 * @param name what messages call it
 * @throws DocumentError
 */
export function loadOverlaid(directory: string, overlays: readonly string[], name: string, text: string): Source {
  return assembled(readDocument(directory), [...overlays.map(readOverlay), overlayLayer(parseYamlFile(name, text))]);
}

function assembled(document: readonly MountedLayer[], layers: readonly Layer[]): Source {
  const below = new Map<Layer, Source>();
  const source = layers.reduce((under, layer) => {
    below.set(layer, under);
    return applyOverlay(under, layer.yaml.content);
  }, assemble(document));
  const faults = findFaults(source, [...document, ...layers], below);
  if (faults.length > 0) throw new DocumentError(faults);
  return source;
}
