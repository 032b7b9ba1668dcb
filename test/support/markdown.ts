// What links of Markdown files depend on. Blocks of code have neither links nor headings.
import { readFileSync } from 'node:fs';

const textOf = (page: string) => readFileSync(page, 'utf8').replaceAll(/^ *```[^]*?^ *```/gm, '');

/** The targets of the links of a page that do not leave the repository. */
export function linksOf(page: string): { readonly file: string; readonly anchor: string }[] {
  const text = textOf(page).replaceAll(/`[^`\n]*`/g, '');
  const links = text.matchAll(/\]\((?![a-z]+:)([^)#\s]*)#?([^)\s]*)\)/g);
  return [...links].map(([, file = '', anchor = '']) => ({ file, anchor }));
}

/** The anchors of a page, as GitHub derives them from its headings. */
export function anchorsOf(page: string): string[] {
  const titles = [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
  return titles.map((title, index) => {
    const before = titles.slice(0, index).filter((other) => other === title).length;
    return before === 0 ? title : `${title}-${before}`;
  });
}
