// What scripts/sdk/ makes of the URNs of extensions, which no language has as a name.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { extensionNames } from '../../../scripts/sdk/extensions.js';
import { LANGUAGES } from '../../../scripts/sdk/languages.js';
import { renameExtensions } from '../../../scripts/sdk/python-names.js';
import { publish } from '../../../src/spec/publish.js';
import { plainSource } from '../../support/temporary-document.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const document = publish(plainSource());
const extensions = extensionNames(document);

test('an extension has the name of its schema, in both directions', () => {
  expect([...extensions]).toEqual([[ENTERPRISE, 'EnterpriseUser']]);
});

test('Go is told that name, and JSON for the media type', () => {
  const told = LANGUAGES.find(({ name }) => name === 'go')?.prepare?.(document, extensions);
  expect(told).toMatchObject({
    components: {
      schemas: {
        UserWrite: {
          properties: {
            [ENTERPRISE]: { $ref: '#/components/schemas/EnterpriseUserWrite', 'x-go-name': 'EnterpriseUser' },
          },
        },
      },
    },
  });
  const text = JSON.stringify(told);
  expect(text).toContain('"application/json"');
  expect(text).not.toContain('"application/scim+json"');
});

test('in Python the attribute gets that name wherever it stands, required or not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scim-sdk-'));
  try {
    const file = join(folder, 'user.py');
    writeFileSync(file, `field_dict["${ENTERPRISE}"] = urnx_2_0_user\nself.urnx_2_0_user\nuser_name = 1\n`);
    await renameExtensions(folder, extensions);
    expect(readFileSync(file, 'utf8')).toBe(
      `field_dict["${ENTERPRISE}"] = enterprise_user\nself.enterprise_user\nuser_name = 1\n`,
    );
    writeFileSync(file, `field_dict.update({\n  "${ENTERPRISE}": urnx_2_0_user,\n})\n`);
    await renameExtensions(folder, extensions);
    expect(readFileSync(file, 'utf8')).toBe(`field_dict.update({\n  "${ENTERPRISE}": enterprise_user,\n})\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
