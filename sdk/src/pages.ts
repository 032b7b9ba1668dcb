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
  const isByCursor = page.nextCursor !== undefined;
  while (sizeOf(page) > 0) {
    if (isByCursor ? page.nextCursor === undefined : seen >= (page.totalResults ?? 0)) return;
    page = await read(page.nextCursor === undefined ? { startIndex: seen + 1 } : { cursor: page.nextCursor });
    yield page;
    seen += sizeOf(page);
  }
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
