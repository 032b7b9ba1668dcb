// Each house rule of scripts/spec/lint.ts, with a document that breaks it.
import { expect, test } from '@jest/globals';
import { lint } from '../../../scripts/spec/lint.js';
import type { Edit } from '../../support/temporary-document.js';
import { withDocument } from '../../support/temporary-document.js';

const faultsOf = (...edits: Edit[]) =>
  withDocument(edits, (directory) =>
    lint(directory).map((fault) => fault.replaceAll(directory, 'openapi').replace(': see openapi/vocabulary/', '')),
  );

test('the document keeps the rules', () => {
  expect(lint('openapi')).toEqual([]);
});

const USER = 'schemas/User.yaml';
const nickName = '  nickName:\n    type: string\n';

test.each<[string, Edit, string]>([
  [
    'a keyword that is no part of the vocabulary',
    [USER, nickName, `${nickName}    nullable: true\n`],
    'openapi/schemas/User.yaml: /properties/nickName must NOT have additional properties (nullable)',
  ],
  [
    'a characteristic that is none',
    [USER, 'caseExact: false, secret: discard', 'caseExact: false, secrecy: discard'],
    'openapi/schemas/User.yaml: /properties/password/x-scim must NOT have additional properties (secrecy)',
  ],
  [
    'a secret of an unknown kind',
    [USER, 'secret: discard', 'secret: rot13'],
    'openapi/schemas/User.yaml: /properties/password/x-scim/secret must be equal to one of the allowed values',
  ],
  [
    'a type that is none',
    ['schemas/Common.yaml', 'externalId:\n    type: string', 'externalId:\n    type: text'],
    'openapi/schemas/Common.yaml: /properties/externalId/type must be equal to one of the allowed values',
  ],
  [
    'a schema without its URN',
    [USER, 'id: urn:ietf:params', 'id: ietf:params'],
    'openapi/schemas/User.yaml: /x-scim-schema/id must match pattern "^urn:"',
  ],
  [
    'a resource type without an endpoint',
    ['resources.yaml', '  endpoint: /Groups\n', ''],
    "openapi/resources.yaml: /Group must have required property 'endpoint'",
  ],
  [
    'an unknown key of a resource type',
    ['resources.yaml', '  endpoint: /Groups\n', '  endpoint: /Groups\n  colour: red\n'],
    'openapi/resources.yaml: /Group must NOT have additional properties (colour)',
  ],
  [
    'a name that is none',
    [USER, '  nickName:\n', '  nick.name:\n'],
    'schemas/User.yaml: nick.name is no attribute name: letters, digits, - and _ (RFC 7643 section 2.1)',
  ],
  [
    'an attribute without a description',
    ['schemas/Group.yaml', '    description: A list of members of the Group.\n', ''],
    'schemas/Group.yaml: members needs a description: /Schemas and SDKs show it',
  ],
  [
    'a sub-attribute without a description',
    ['schemas/Group.yaml', '          description: Identifier of the member of this Group.\n', ''],
    'schemas/Group.yaml: members.value needs a description: /Schemas and SDKs show it',
  ],
  [
    'text without caseExact',
    ['schemas/Common.yaml', 'x-scim: { caseExact: true, index: true }', 'x-scim: { index: true }'],
    'schemas/Common.yaml: externalId needs x-scim.caseExact: does its letter case count in filters?',
  ],
  [
    'an operationId that is no verb and noun',
    ['paths/_resource.yaml', 'operationId: list${Types}', 'operationId: fetch${Types}'],
    '#/paths//Users/get: operationId fetchUsers must be a verb and a noun: listUsers',
  ],
  [
    'an operation without a handler',
    ['paths/_resource.yaml', '      x-scim-action: list\n', ''],
    '#/paths//Groups/get: listGroups needs x-scim-action: it names the handler',
  ],
  [
    'an example with a key $ref',
    ['messages/Error.yaml', 'type: object\n', "type: object\nexample: { list: [{ $ref: 'https://x/Users/1' }] }\n"],
    '#/components/schemas/Error/example has a key $ref: tools take it for a reference; write the example as a string',
  ],
])('%s is a fault', (_title, edit, expected) => {
  expect(faultsOf(edit)).toContain(expected);
});

test('a schema that clashes with a response type of a Go SDK is a fault', () => {
  const faults = faultsOf(
    ['messages/ListUsersResponse.yaml', '', 'type: object\n'],
    ['paths/_resource.yaml', '#/components/schemas/${Schema}List', '#/components/schemas/ListUsersResponse'],
  );
  expect(faults).toEqual(['#/components/schemas/ListUsersResponse clashes with the operation listUsers in Go SDKs']);
});

test('a schema that has the name of something in an SDK is a fault', () => {
  const faults = faultsOf(
    ['messages/Schema.yaml', '', 'type: object\n'],
    ['paths/_resource.yaml', '#/components/schemas/${Schema}List', '#/components/schemas/Schema'],
  );
  expect(faults).toEqual(['#/components/schemas/Schema is an annotation in Java: give it another name']);
});

test('a schema whose name is no component name is a fault', () => {
  const faults = faultsOf(
    ['messages/List of all.yaml', '', 'type: object\n'],
    ['paths/_resource.yaml', '#/components/schemas/${Schema}List', '#/components/schemas/List of all'],
  );
  expect(faults).toEqual(['#/components/schemas/List of all is no component name']);
});

test('a document that can not be read is an error that names the file', () => {
  expect(() => faultsOf(['schemas/Group.yaml', 'type: object\n', 'type: object\n  : [\n'])).toThrow(
    'schemas/Group.yaml: ',
  );
  expect(() => faultsOf(['resources.yaml', 'schema: Group', 'schema: Robot'])).toThrow(
    'resources.yaml names the schema Robot, but schemas/ has no Robot.yaml',
  );
});
