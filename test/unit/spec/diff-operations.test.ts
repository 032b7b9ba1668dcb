// spec:diff, the part of the operations: what lies between two documents. One case a kind of change.
import { expect, test } from '@jest/globals';
import { changesOf } from '../../support/document-diff.js';
import type { Edit } from '../../support/document-diff.js';

test.each<[string, Edit, readonly string[], Edit?]>([
  [
    'a status',
    ({ template }) => delete template.paths['${endpoint}'].get.responses['406'],
    ['! GET /Users: the status 406 is removed', '! GET /Groups: the status 406 is removed'],
  ],
  [
    'a status of an error',
    ({ root }) => (root.paths['/Schemas'].get.responses['418'] = { description: 'A teapot.' }),
    ['GET /Schemas: the status 418 is new'],
  ],
  [
    'a status of success',
    ({ root }) => (root.paths['/Schemas'].get.responses['204'] = { description: 'None.' }),
    ['! GET /Schemas: the status 204 is new'],
  ],
  [
    'the form of an answer',
    ({ root }) => delete root.paths['/Schemas'].get.responses['200'].content,
    ['! GET /Schemas: answers 200 in another form'],
  ],
  [
    'security of all operations but one',
    ({ root }) => (root.security = [{ bearer: ['scim'] }, { mtls: [] }]),
    expect.arrayContaining([
      '! GET /Users: asks for bearer scim, or mtls rather than bearer, or oauth2',
    ]) as unknown as string[],
  ],
  [
    'security of one operation',
    ({ root }) => (root.paths['/ServiceProviderConfig'].get.security = [{ bearer: [] }]),
    ['! GET /ServiceProviderConfig: asks for bearer rather than nothing'],
  ],
  [
    'security that lets more in',
    ({ root }) => (root.paths['/Schemas'].get.security = [{ mtls: [] }, {}]),
    ['GET /Schemas: asks for mtls, or nothing rather than bearer, or oauth2'],
  ],
  [
    'a parameter that is required',
    ({ root }) => {
      const [view, old] = root.paths['/Schemas'].get.parameters;
      root.paths['/Schemas'].get.parameters = [
        { ...view, required: true },
        { ...old, required: false },
        { name: 'depth', in: 'query', required: true },
      ];
    },
    [
      '! GET /Schemas: the parameter view is required',
      'GET /Schemas: the parameter old is no longer required',
      '! GET /Schemas: the parameter depth is new and required',
    ],
    ({ root }) =>
      (root.paths['/Schemas'].get.parameters = [
        { name: 'view', in: 'query' },
        { name: 'old', in: 'query', required: true },
      ]),
  ],
  [
    'a parameter of a path',
    ({ root }) => (root.paths['/Schemas'].parameters = [{ name: 'tenant', in: 'header', required: true }]),
    ['! GET /Schemas: the parameter tenant is new and required'],
  ],
  [
    'a parameter that is written in place, and in another form',
    ({ root, components }) => {
      const { filter } = components.parameters;
      root.paths['/Schemas'].get.parameters = [{ ...filter, description: 'x' }];
      root.paths['/ResourceTypes'].get.parameters = [{ ...filter, schema: { type: 'integer' } }];
    },
    ['! GET /ResourceTypes: the parameter filter has another form'],
  ],
  [
    'a parameter',
    ({ root }) => (root.paths['/Schemas'].get.parameters = [{ $ref: '#/components/parameters/count' }]),
    ['! GET /Schemas: the parameter filter is removed', 'GET /Schemas: the parameter count is new'],
  ],
  [
    'a message',
    ({ components }) => (components.schemas.Error.properties.scimType.type = 'integer'),
    ['! schemas/Error: has another form'],
  ],
  ['the text of a message', ({ components }) => (components.schemas.Error.properties.scimType.description = 'x'), []],
])('%s', (...[, edit, expected, before]) => {
  expect(changesOf(edit, before)).toEqual(expected);
});
