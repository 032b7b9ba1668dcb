// A CPU profile as an SVG picture: each function below its caller, as wide as the time that it and what it calls took.
// Hovering tells its name and share.
import type { CpuProfile } from './inspector.js';
import { packageOf, placeOf } from './frames.js';

const [WIDTH, ROW, TOP] = [1200, 16, 44];
/** Of the width; what is narrower is not drawn, but counts in its callers. */
const NARROWEST = 0.0015;
const LETTER = 6.2;

/** The colour of a package or folder: the first that fits. */
const COLOURS: readonly (readonly [RegExp, string, string])[] = [
  [/^(dist|src)\//, '#f4a261', 'the server'],
  [/^(mongodb|bson)/, '#8ecae6', 'driver and BSON'],
  [/^node$/, '#d3d3d3', 'Node'],
  [/^(koa|co-body|raw-body|openapi-backend|ajv|lodash)/, '#b7e4c7', 'Koa, openapi-backend'],
  [/^\(/, '#e5989b', 'V8: garbage collection, native code'],
  [/./, '#ffe8a3', 'other packages'],
];

/** A function where one caller called it. */
interface Frame {
  readonly name: string;
  readonly group: string;
  time: number;
  readonly callees: Map<string, Frame>;
}

export function flameGraph(profile: CpuProfile, title: string): string {
  const root = treeOf(profile);
  const boxes: string[] = [];
  let deepest = 0;
  const draw = (frame: Frame, left: number, depth: number) => {
    const width = (frame.time / root.time) * WIDTH;
    if (width < NARROWEST * WIDTH) return;
    deepest = Math.max(deepest, depth);
    boxes.push(boxOf(frame, left, depth, frame.time / root.time, width));
    let next = left;
    for (const callee of [...frame.callees.values()].sort((a, b) => b.time - a.time)) {
      draw(callee, next, depth + 1);
      next += (callee.time / root.time) * WIDTH;
    }
  };
  let left = 0;
  for (const frame of [...root.callees.values()].sort((a, b) => b.time - a.time)) {
    draw(frame, left, 0);
    left += (frame.time / root.time) * WIDTH;
  }
  const height = TOP + (deepest + 1) * ROW + 4;
  const key = COLOURS.map(
    ([, colour, what], index) =>
      `<rect x="${4 + index * 196}" y="24" width="10" height="10" fill="${colour}"/><text x="${18 + index * 196}" y="33">${what}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="monospace" font-size="10">`,
    `<rect width="100%" height="100%" fill="#fff"/><text x="4" y="15" font-size="13">${escaped(title)}</text>`,
    ...key,
    ...boxes,
    '</svg>\n',
  ].join('\n');
}

function boxOf({ name, group }: Frame, left: number, depth: number, share: number, width: number): string {
  const [x, y] = [left.toFixed(1), TOP + depth * ROW];
  const [, fill = ''] = COLOURS.find(([fits]) => fits.test(group)) ?? [];
  const letters = Math.floor((width - 4) / LETTER);
  const [short = ''] = name.split(' ');
  const label =
    letters < 4 ? '' : `<text x="${(left + 2).toFixed(1)}" y="${y + 11}">${escaped(short.slice(0, letters))}</text>`;
  const told = `<title>${escaped(name)} ${(share * 100).toFixed(1)} %</title>`;
  return `<g>${told}<rect x="${x}" y="${y}" width="${Math.max(0.3, width - 0.5).toFixed(1)}" height="${ROW - 1}" fill="${fill}"/>${label}</g>`;
}

/** What was sampled, by callers; what was idle, or outside JavaScript, is left out. */
function treeOf({ nodes, samples, timeDeltas }: CpuProfile): Frame {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const self = new Map<number, number>();
  for (const [index, id] of samples.entries()) self.set(id, (self.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  const root: Frame = { name: '', group: '', time: 0, callees: new Map() };
  for (const [id, time] of self) {
    const path: number[] = [];
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) path.unshift(at);
    const frames = path.slice(1).flatMap((at) => byId.get(at)?.callFrame ?? []);
    if (frames.length === 0 || LEFT_OUT.has(frames.at(-1)?.functionName ?? '')) continue;
    let frame = root;
    frame.time += time;
    for (const callFrame of frames) {
      const name = placeOf(callFrame);
      const callee = frame.callees.get(name) ?? {
        name,
        group: callFrame.url === '' ? '(native)' : packageOf(callFrame),
        time: 0,
        callees: new Map(),
      };
      frame.callees.set(name, callee);
      callee.time += time;
      frame = callee;
    }
  }
  return root;
}

const LEFT_OUT = new Set(['(idle)', '(program)']);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
