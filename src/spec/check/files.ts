// Files: those that can't be read, and overlays that say what no overlay can.
import type { Json } from '../json.js';
import { isObject } from '../json.js';
import { member } from '../layers.js';
import type { Path } from '../yaml-file.js';
import { didYouMean } from './nearest.js';
import { walk } from './references.js';
import type { Found, Rules } from './rule.js';
import { nameOf } from './keywords.js';

const PARTS = ['schemas', 'resources'];

/** The only ones that look at files which can't be read: nothing is known of a document that lacks a part. */
export const FILE_RULES: Rules = {
  yaml: {
    why: 'The rest is looked at when it can be read',
    mend: 'a file of YAML 1.2 with one mapping',
    find: ({ layers }) =>
      layers.flatMap(({ yaml: { file, problems } }) =>
        problems.map(({ message, line, column }) => ({
          what: message.replace(/[.\s]+$/, ''),
          at: { file, line, column },
        })),
      ),
  },
};

export const OVERLAY_RULES: Rules = {
  'overlay-part': {
    why: 'An overlay has additions to schemas and to resource types; the protocol is not its part',
    mend: 'schemas: { User: { properties: { … } } }, resources: { Device: { … } }',
    find: ({ layers }) =>
      layers
        .filter(({ isOverlay }) => isOverlay)
        .flatMap(({ yaml }) =>
          Object.entries(yaml.content)
            .filter(([key, part]) => !PARTS.includes(key) || (part !== null && !isObject(part)))
            .map(([key]): Found => ({
              what: PARTS.includes(key)
                ? `${key} of an overlay must be a mapping`
                : `${key} is not a part of an overlay${didYouMean(key, PARTS)}`,
              at: { file: yaml.file, ...(yaml.position([key]) ?? { line: 1, column: 1 }) },
            })),
        ),
  },
  'overlay-takes-nothing': {
    why: 'null removes what is there, so this is misspelt or no longer needed',
    mend: 'a name that is there, or leave the line out',
    find: ({ layers, below }) =>
      layers.flatMap((layer): Found[] => {
        const source = below.get(layer);
        if (source === undefined) return [];
        const { file, content, position } = layer.yaml;
        return [...walk(content, [])]
          .filter(
            ({ node, path }) => node === null && typeof path.at(-1) === 'string' && PARTS.includes(String(path[0])),
          )
          .filter(({ path }) => member(source as unknown as Json, asInSource(path)) === undefined)
          .map(({ path }) => {
            const parent = member(source as unknown as Json, asInSource(path.slice(0, -1)));
            const names = isObject(parent) ? Object.keys(parent) : [];
            return {
              what: `there is no ${nameOf(asInSource(path))} to remove${didYouMean(String(path.at(-1)), names)}`,
              at: { file, ...(position(path) ?? { line: 1, column: 1 }) },
            };
          });
      }),
  },
};

function asInSource([first = '', second = '', ...rest]: Path): Path {
  if (first === 'schemas' && second === 'Common') return ['common', ...rest];
  return second === '' ? [first] : [first, second, ...rest];
}
