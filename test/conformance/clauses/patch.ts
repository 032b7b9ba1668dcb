// PATCH as a whole: messages, atomicity, answers, mutability (RFC 7644 section 3.5.2).
import type { Chapter } from '../suite/clause.js';
import { error, hold, refused, same, status } from '../suite/finding.js';
import { isPlain, pick, textIn } from '../suite/pick.js';
import { has, valueAt, valuesAt } from '../suite/place.js';
import { everyType } from '../suite/check.js';
import { freshText } from '../suite/values.js';

export const patch: Chapter = {
  title: 'Patching resources',
  tests: [
    'test/conformance/patch-errors.test.ts',
    'test/unit/patch/rules.test.ts',
    'test/unit/patch/properties.test.ts',
  ],
  clauses: [
    {
      id: 'patch-supported',
      rfc: 7644,
      section: '3.5',
      quote:
        'Resources such as Groups may be very large; hence, implementers SHOULD support HTTP PATCH [RFC5789] to enable partial resource modifications.',
      severity: 'SHOULD',
      heldIn: 'src/discovery/service-provider-config.ts',
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        status(
          await type.patch(created, [{ op: 'replace', path: place.path, value: await type.value(place) }]),
          200,
          204,
        );
      }),
    },
    {
      id: 'patch-operations',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'The body of an HTTP PATCH request MUST contain the attribute "Operations", whose value is an array of one or more PATCH operations.',
      severity: 'MUST',
      heldIn: 'openapi/messages/PatchOp.yaml',
      needs: ['patch'],
      check: everyType(async (type) => {
        refused(await type.patch(await type.create(), []));
      }),
    },
    {
      id: 'patch-op',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'Each PATCH operation object MUST have exactly one "op" member, whose value indicates the operation to perform and MAY be one of "add", "remove", or "replace".',
      severity: 'MUST',
      heldIn: 'src/patch/operation.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const { path } = pick.text(type);
        const created = await type.create();
        refused(await type.patch(created, [{ path, value: freshText() }]));
        refused(await type.patch(created, [{ op: 'move', path, value: freshText() }]));
      }),
    },
    {
      id: 'patch-sequential',
      rfc: 7644,
      section: '3.5.2',
      quote: 'Operations are applied sequentially in the order they appear in the array.',
      severity: 'MUST',
      heldIn: 'src/patch/apply.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const values = [await type.value(place), await type.value(place), await type.value(place)];
        const operations = values.map((value) => ({ op: 'replace', path: place.path, value }));
        same(valueAt(await type.patched(await type.create(), ...operations), place), values[2], place.path);
      }),
    },
    {
      id: 'patch-atomic',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'If a single operation encounters an error condition, the original SCIM resource MUST be restored, and a failure status SHALL be returned.',
      severity: 'MUST',
      heldIn: 'src/patch/apply.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const fine = { op: 'replace', path: place.path, value: await type.value(place) };
        refused(await type.patch(created, [fine, { op: 'replace', path: 'noSuchAttribute', value: 'x' }]));
        same(await type.read(created), created, 'the resource after a PATCH that failed');
      }),
    },
    {
      id: 'patch-incompatible',
      rfc: 7644,
      section: '3.5.2',
      quote:
        "An operation that is not compatible with an attribute's mutability or schema SHALL return the appropriate HTTP response status code and a JSON detail error response as defined in Section 3.12.",
      severity: 'MUST',
      heldIn: 'src/schema/validator.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        error(
          await type.patch(await type.create(), [{ op: 'replace', path: place.path, value: { a: 1 } }]),
          400,
          'invalidValue',
        );
      }),
    },
    {
      id: 'patch-read-only',
      rfc: 7644,
      section: '3.5.2',
      quote: 'For example, a client MUST NOT modify an attribute that has mutability "readOnly" or "immutable".',
      severity: 'MUST',
      heldIn: 'src/patch/operation.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const created = await type.create();
        error(await type.patch(created, [{ op: 'replace', path: 'meta.resourceType', value: 'x' }]), 400, 'mutability');
        same(await type.read(created), created, 'the resource');
      }),
    },
    {
      id: 'patch-immutable-set',
      rfc: 7643,
      section: '7',
      quote: 'The attribute SHALL NOT be updated.',
      severity: 'MUST',
      heldIn: 'src/schema/rules.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.immutable(type);
        const created = await type.create([place, await type.value(place)]);
        const value: unknown = await type.value(place);
        error(await type.patch(created, [{ op: 'replace', path: place.path, value }]), 400, 'mutability');
        same(valueAt(await type.read(created), place), valueAt(created, place), place.path);
      }),
    },
    {
      id: 'patch-immutable-unset',
      rfc: 7644,
      section: '3.5.2',
      quote: 'However, a client MAY "add" a value to an "immutable" attribute if the attribute had no previous value.',
      severity: 'MAY',
      heldIn: 'src/schema/rules.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.immutable(type);
        const value: unknown = await type.value(place);
        const after = await type.patched(await type.create(), { op: 'add', path: place.path, value });
        same(valueAt(after, place), value, place.path);
      }),
    },
    {
      id: 'patch-adds-schema',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'For example, adding the attribute "urn:ietf:params:scim: schemas:extension:enterprise:2.0:User:employeeNumber" automatically adds the value "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" to the resource\'s "schemas" attribute.',
      severity: 'MUST',
      heldIn: 'src/representation/resource.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.extensionText(type);
        const after = await type.patched(await type.create(), {
          op: 'add',
          path: place.path,
          value: await type.value(place),
        });
        hold(after['schemas'].includes(place.extension), `schemas is ${JSON.stringify(after['schemas'])}`);
      }),
    },
    {
      id: 'patch-one-primary',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'For multi-valued attributes, a PATCH operation that sets a value\'s "primary" sub-attribute to "true" SHALL cause the server to automatically set "primary" to "false" for any other values in the array.',
      severity: 'MUST',
      heldIn: 'src/patch/primary.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.listWithPrimary(type);
        const text = textIn(type, place).attribute.name;
        const [first] = await type.value(place);
        const [second] = await type.value(place);
        const created = await type.create([place, [{ ...first, primary: true }]]);
        const after = await type.patched(created, {
          op: 'add',
          path: place.path,
          value: [{ ...second, primary: true }],
        });
        const primary = valuesAt(after, place).filter((value) => value.primary === true);
        same(
          primary.map((value) => value[text]),
          [second[text]],
          `the primary values of ${place.path}`,
        );
      }),
    },
    {
      id: 'patch-answer',
      rfc: 7644,
      section: '3.5.2',
      quote:
        'On successful completion, the server either MUST return a 200 OK response code and the entire resource within the response body, subject to the "attributes" query parameter (see Section 3.9), or MAY return HTTP status code 204 (No Content) and the appropriate response headers for a successful PATCH request.',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const reply = await type.patch(created, [{ op: 'replace', path: place.path, value: await type.value(place) }]);
        status(reply, 200, 204);
        if (reply.status === 200) same(reply.body, await type.read(created), 'what PATCH answers');
        else same(reply.text, '', 'the body of a 204');
      }),
    },
    {
      id: 'patch-answer-attributes',
      rfc: 7644,
      section: '3.5.2',
      quote: 'The server MUST return a 200 OK if the "attributes" parameter is specified in the request.',
      severity: 'MUST',
      heldIn: 'src/http/actions.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const place = pick.text(type);
        const created = await type.create();
        const value: unknown = await type.value(place);
        const reply = await type.patch(created, [{ op: 'replace', path: place.path, value }], {
          attributes: place.path,
        });
        status(reply, 200);
        same(valueAt(reply.body, place), value, place.path);
      }),
    },
    {
      id: 'patch-invalid-path',
      rfc: 7644,
      section: '3.12',
      quote: 'The "path" attribute was invalid or malformed (see Figure 7).',
      severity: 'SHOULD',
      heldIn: 'src/filter/parse.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        error(await type.patch(await type.create(), [{ op: 'replace', path: 'a[[', value: 'x' }]), 400, 'invalidPath');
      }),
    },
    {
      id: 'patch-required-stays',
      rfc: 7644,
      section: '3.5.2.2',
      quote:
        'If an attribute is removed or becomes unassigned and is defined as a required attribute or a read-only attribute, the server SHALL return an HTTP response status code and a JSON detail error response as defined in Section 3.12, with a "scimType" error code of "mutability".',
      severity: 'MUST',
      heldIn: 'src/patch/write.ts',
      needs: ['patch'],
      check: everyType(async (type) => {
        const created = await type.create();
        error(await type.patch(created, [{ op: 'remove', path: 'meta' }]), 400, 'mutability');
        const [required] = type.all(
          (place) =>
            place.parent === undefined && place.attribute.required && isPlain(type)(place) && has(created, place),
        );
        if (required === undefined) return;
        error(await type.patch(created, [{ op: 'remove', path: required.path }]), 400, 'mutability');
        same(await type.read(created), created, 'the resource');
      }),
    },
  ],
};
