// The deviations from the RFCs that the server can tolerate. src/clients/ declares which client needs which, and why.

export type Deviation =
  /** `"True"` and `"false"` for a boolean. */
  | 'booleanAsString'
  /** A plain string where a complex value with a `value` is due; an empty one for none. */
  | 'complexAsString'
  /** Members of a path-less PATCH value named by a path: `"name.formatted"`, `"tags[type eq \"a\"].value"`. */
  | 'pathAsKey'
  /** `remove` with a list in `value`: only those values go. */
  | 'removeWithValue'
  /** `Replace` in capitals through a value path that matches nothing: creates the value. */
  | 'replaceCreates'
  /** A message without `schemas`, or with its URN in other letters. */
  | 'patchWithoutSchemas'
  /** URNs in `schemas` that name no schema of the server, listed by the profile. */
  | 'foreignSchema';

/** What a client profile allows. */
export interface Tolerance {
  /** Tells whether the deviation is allowed; an allowed one counts as used. */
  allows(deviation: Deviation): boolean;
  /** Lower-case URNs that the client may name in `schemas` although the server has no such schema. */
  readonly foreignSchemas: ReadonlySet<string>;
}
