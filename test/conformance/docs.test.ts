// The reference page works where there is no internet: all that it loads, and all that it tries, is this server.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { serverUnderTest } from './subject.js';

const subject = serverUnderTest();
const get = (path: string) => fetch(new URL(path, subject.url));
const allMatches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

let page: Response;
let html: string;
beforeAll(async () => {
  page = await get('/docs');
  html = await page.text();
});

describe('the page', () => {
  test('loads files of this server alone, and they are there', async () => {
    const loaded = allMatches(html, /(?:src|href)="([^"]*)"/g);
    expect(loaded).toEqual(['/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/start.js']);
    for (const path of loaded) expect((await get(path)).status).toBe(200);
  });

  test('has styles that load nothing from another host', async () => {
    const css = await (await get('/docs/swagger-ui.css')).text();
    const loaded = allMatches(css, /url\(["']?([^"')]*)/g);
    expect(loaded.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(css).not.toContain('@import');
  });

  test('starts with the document of this server, and no validator of another', async () => {
    const start = await (await get('/docs/start.js')).text();
    expect(allMatches(start, /\burl: '([^']*)'/g)).toEqual(['/openapi.json']);
    expect(start).toContain('validatorUrl: null');
    expect(start).not.toMatch(/https?:/);
  });

  test('is kept from asking another host by the browser, whatever it wants', () => {
    const policy = page.headers.get('content-security-policy') ?? '';
    const directives = policy.split('; ').map((directive) => directive.split(' '));
    expect(directives).toContainEqual(['default-src', "'self'"]);
    // What no directive names falls back to default-src; none names a host, or any.
    const sources = new Set(directives.flatMap(([, ...listed]) => listed));
    expect([...sources].sort()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'data:']);
    expect(policy).not.toContain('connect-src');
  });
});

test('what a reader tries, with a token, goes to this server and is answered', async () => {
  const document: any = await (await get('/openapi.json')).json();
  expect(document.components.securitySchemes.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
  const [{ url }] = document.servers;
  expect(new URL(url).origin).toBe(new URL(subject.url).origin);
  const { examples } = document.paths['/Users'].post.requestBody.content['application/scim+json'];
  const tried = await fetch(`${url}/Users`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${subject.token}`, 'Content-Type': 'application/scim+json' },
    body: JSON.stringify(examples.barbara.value),
  });
  expect(tried.status).toBe(201);
  expect(await tried.json()).toMatchObject({ userName: examples.barbara.value.userName });
});
