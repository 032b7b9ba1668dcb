// What a Prometheus endpoint shows: its samples, by name and labels.

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export async function scrape(origin: string): Promise<readonly Sample[]> {
  return (await textOf(origin)).split('\n').flatMap((line) => {
    const [, name = '', labels = '', value] = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/i.exec(line) ?? [];
    if (value === undefined) return [];
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = '', text = '']) => [label, text]);
    return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }];
  });
}

/** The names of all metrics, with their types. */
export async function families(origin: string): Promise<readonly (readonly [name: string, type: string])[]> {
  const found = (await textOf(origin)).matchAll(/^# TYPE (\S+) (\S+)$/gm);
  return [...found].map(([, name = '', type = '']) => [name, type]);
}

async function textOf(origin: string): Promise<string> {
  const response = await fetch(`${origin}/metrics`);
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
  return text;
}

/** The sum of the samples of that name which have these labels. */
export function total(samples: readonly Sample[], name: string, labels: Readonly<Record<string, string>> = {}): number {
  const matching = samples.filter(
    (sample) => sample.name === name && Object.entries(labels).every(([label, text]) => sample.labels[label] === text),
  );
  return matching.reduce((sum, { value }) => sum + value, 0);
}
