// Whether a history of requests that overlap could be one of requests in a row (Wing and Gong's search, with a memo):
// each takes effect at one moment between its start and its end, and answers what it then finds.

export interface Event<Request, Answer> {
  readonly start: number;
  /** Infinity where no answer came: it may take effect at any time after its start, or never. */
  readonly end: number;
  readonly request: Request;
  /** Undefined where no answer came. */
  readonly answer: Answer | undefined;
}

export interface Model<State, Request, Answer> {
  readonly initial: State;
  /** The state that a request leaves; undefined where it could not have been answered so. */
  step(state: State, request: Request, answer: Answer | undefined): State | undefined;
  /** Tells whether a request with that answer changes no state at all. */
  isRead(request: Request, answer: Answer | undefined): boolean;
  /** The same text for the same state. */
  key(state: State): string;
}

/** Tells whether there is an order of all events that the model allows. */
export function isLinearizable<State, Request, Answer>(
  model: Model<State, Request, Answer>,
  history: readonly Event<Request, Answer>[],
): boolean {
  const events = [...history].sort((a, b) => a.start - b.start);
  const seen = new Set<string>();
  const done = new Array<boolean>(events.length).fill(false);

  const search = (state: State): boolean => {
    const open = events.flatMap((event, index) => (done[index] === true ? [] : [{ event, index }]));
    // What got no answer needs no place.
    if (open.every(({ event }) => event.answer === undefined)) return true;
    const key = `${model.key(state)} ${open.map(({ index }) => index).join()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const first = open.reduce((one, other) => (other.event.end < one.event.end ? other : one)).event;
    // Whatever began after another had ended comes after it.
    const candidates = open.flatMap(({ event, index }) => {
      const next = event.start <= first.end ? model.step(state, event.request, event.answer) : undefined;
      return next === undefined ? [] : [{ index, event, next }];
    });
    // A read that fits is never in the way of others: no other order is worth a try.
    const read = candidates.find(({ event }) => model.isRead(event.request, event.answer));
    // Else what has to come first, or lets it come; a write that can wait may be needed later.
    const rank = ({ event, next }: (typeof candidates)[number]) =>
      event === first ? 0 : model.step(next, first.request, first.answer) !== undefined ? 1 : 2;
    const byNeed = () => candidates.sort((a, b) => rank(a) - rank(b) || a.event.end - b.event.end);
    for (const { index, next } of read === undefined ? byNeed() : [read]) {
      done[index] = true;
      if (search(next)) return true;
      done[index] = false;
    }
    return false;
  };
  return search(model.initial);
}
