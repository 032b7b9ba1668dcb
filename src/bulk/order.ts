// The order in which operations can be performed: as they came, but each after those that it refers to. Operations that
// refer to each other in a circle stand together (Tarjan's strongly connected components; a stack of its own, so that
// no chain of references is too long).

interface Visit {
  readonly node: number;
  /** How many of its dependencies were looked at. */
  next: number;
}

/**
 * @param dependencies for each operation the places of those that it depends on
 * @returns the places in groups: one operation, or a circle of several
 */
export function orderByDependency(dependencies: readonly (readonly number[])[]): number[][] {
  const groups: number[][] = [];
  const found = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();

  const lower = (node: number, to: number) => lowest.set(node, Math.min(lowest.get(node) ?? to, to));
  const enter = (node: number): Visit => {
    lowest.set(node, found.size);
    found.set(node, found.size);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const leave = (node: number): void => {
    if (lowest.get(node) !== found.get(node)) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen.delete(member);
    groups.push(group.sort((a, b) => a - b));
  };

  for (const start of dependencies.keys()) {
    if (found.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const dependency = dependencies[visit.node]?.[visit.next];
      visit.next += 1;
      if (dependency === undefined) {
        path.pop();
        leave(visit.node);
        const above = path.at(-1);
        if (above !== undefined) lower(above.node, lowest.get(visit.node) ?? 0);
      } else if (!found.has(dependency)) {
        path.push(enter(dependency));
      } else if (isOpen.has(dependency)) {
        lower(visit.node, found.get(dependency) ?? 0);
      }
    }
  }
  return groups;
}
