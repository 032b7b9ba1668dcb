// Lines over time as an SVG picture, one below the other; each from zero, so that what is flat looks flat.

export interface Plot {
  readonly title: string;
  /** The time that the values span, evenly. */
  readonly seconds: number;
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const [WIDTH, HEIGHT, LEFT, TOP, GAP] = [720, 110, 60, 40, 36];
const COLOURS = ['#1f6feb', '#1a7f37', '#9a6700', '#8250df'];

export function plot({ title, seconds, lines }: Plot): string {
  const height = TOP + lines.length * (HEIGHT + GAP) + 10;
  const panels = lines.map(({ name, values }, index) => {
    const bottom = TOP + index * (HEIGHT + GAP) + GAP / 2 + HEIGHT;
    const most = roundUp(Math.max(...values));
    const x = (place: number) => LEFT + (place / Math.max(1, values.length - 1)) * WIDTH;
    const y = (value: number) => bottom - (value / most) * HEIGHT;
    const points = values.map((value, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    return [
      text(LEFT, bottom - HEIGHT - 5, name),
      ...[0, most / 2, most].map((value) => [
        `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(value)}" y2="${y(value)}" stroke="#d0d7de"/>`,
        text(LEFT - 6, y(value) + 4, String(value), 'end'),
      ]),
      `<polyline points="${points}" fill="none" stroke="${COLOURS[index % COLOURS.length] ?? ''}" stroke-width="1.5"/>`,
    ].flat(2);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 20} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(LEFT, 20, title),
    ...panels.flat(),
    text(LEFT + WIDTH, height - 4, `${Math.round(seconds / 60)} min`, 'end'),
    '</svg>\n',
  ].join('\n');
}

function text(x: number, y: number, content: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${content}</text>`;
}

/** The next 1, 2 or 5 with zeros. */
function roundUp(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  return ten * ([1, 2, 5].find((step) => step * ten >= value) ?? 10);
}
