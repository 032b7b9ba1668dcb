// The actions on what the server tells of itself: schemas, resource types, what it can do (RFC 7644 section 4).
import { renderResourceTypes, renderSchemas } from '../discovery/schemas.js';
import type { Capabilities } from '../discovery/service-provider-config.js';
import { renderServiceProviderConfig } from '../discovery/service-provider-config.js';
import { ScimError, show } from '../errors/scim-error.js';
import type { Model } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { Action, ListQuery } from './action.js';
import { listResponse } from './list-response.js';
import type { Answer } from './reply.js';

/** Rendered once. */
export function discoveryActions(
  model: Model,
  capabilities: Capabilities,
  baseUrl: string,
): Readonly<Record<string, Action>> {
  const schemas = renderSchemas(model, baseUrl);
  const types = renderResourceTypes(model, baseUrl);
  const config = renderServiceProviderConfig(model, capabilities, baseUrl);
  const all = (resources: JsonObject[]): Action => {
    const { length } = resources;
    const body = listResponse(resources, length, length, { startIndex: 1 });
    return async ({ query }) => unfiltered(query, { status: 200, body });
  };
  const one =
    (resources: JsonObject[], parameter: string, kind: string): Action =>
    async ({ params, query }) => {
      const id = params[parameter] ?? '';
      const body = resources.find((resource) => String(resource['id']).toLowerCase() === id.toLowerCase());
      if (body === undefined) throw new ScimError('notFound', `there is no ${kind} ${show(id)}`);
      return unfiltered(query, { status: 200, body, location: locationOf(body) });
    };
  return {
    listSchemas: all(schemas),
    getSchema: one(schemas, 'urn', 'schema'),
    listResourceTypes: all(types),
    getResourceType: one(types, 'name', 'resource type'),
    getServiceProviderConfig: async ({ query }) =>
      unfiltered(query, { status: 200, body: config, location: locationOf(config) }),
  };
}

function locationOf({ meta }: { readonly meta?: unknown }): string {
  return (meta as { readonly location: string }).location;
}

/** @throws ScimError forbidden where there is a filter: "the service provider SHALL respond with 403" (section 4) */
function unfiltered({ filter }: ListQuery, answer: Answer): Answer {
  if (filter !== undefined)
    throw new ScimError('forbidden', 'schemas, resource types and the configuration cannot be filtered');
  return answer;
}
