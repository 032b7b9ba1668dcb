// The pages of a list: by cursor (RFC 9865), or by index where the server has no cursors (RFC 7644 section 3.4.2.4).
import { ScimError } from './error.js';

export interface Page<R> {
  readonly totalResults?: number;
  /** A server may leave it out where nothing matches. */
  readonly Resources?: readonly R[];
  readonly nextCursor?: string;
}

/** The parameters that ask for one page. */
export type Place = { readonly cursor: string } | { readonly startIndex: number };

/** All pages, each read when it is asked for. @throws ScimError */
export async function* pages<R>(read: (place: Place) => Promise<Page<R>>): AsyncGenerator<Page<R>, void, undefined> {
  let page = await firstPage(read);
  yield page;
  let seen = sizeOf(page);
  const isByCursor = cursorOf(page) !== undefined;
  for (;;) {
    const cursor = cursorOf(page);
    // By cursor, only a page without the next one is the last (RFC 9865 section 2): others may be empty.
    const isLast = isByCursor ? cursor === undefined : sizeOf(page) === 0 || seen >= (page.totalResults ?? 0);
    if (isLast) return;
    page = await read(cursor === undefined ? { startIndex: seen + 1 } : { cursor });
    yield page;
    seen += sizeOf(page);
  }
}

/** Some servers say null or an empty text where there is none. */
function cursorOf({ nextCursor }: Page<unknown>): string | undefined {
  return (nextCursor?.length ?? 0) > 0 ? nextCursor : undefined;
}

/** A server without cursors gives the first page by index, or refuses the parameter. */
async function firstPage<R>(read: (place: Place) => Promise<Page<R>>): Promise<Page<R>> {
  try {
    return await read({ cursor: '' });
  } catch (error) {
    const isRefused = error instanceof ScimError && error.status === 400 && error.scimType !== 'invalidFilter';
    if (!isRefused) throw error;
    return read({ startIndex: 1 });
  }
}

function sizeOf<R>({ Resources = [] }: Page<R>): number {
  return Resources.length;
}
