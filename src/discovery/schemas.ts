// /Schemas and /ResourceTypes, rendered from the model (RFC 7643 sections 6 and 7).
import type { Attribute, Model, ResourceType, Schema } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';

function renderSchema(schema: Schema, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(renderAttribute),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

function renderResourceType(type: ResourceType, baseUrl: string): JsonObject {
  return {
    schemas: [RESOURCE_TYPE],
    id: type.name,
    name: type.name,
    description: type.description,
    endpoint: type.endpoint,
    schema: type.schema.id,
    schemaExtensions: type.extensions.map(({ schema, required }) => ({ schema: schema.id, required })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
  };
}

export function renderSchemas({ schemas }: Model, baseUrl: string): JsonObject[] {
  return schemas.map((schema) => renderSchema(schema, baseUrl));
}

export function renderResourceTypes({ resourceTypes }: Model, baseUrl: string): JsonObject[] {
  return resourceTypes.map((type) => renderResourceType(type, baseUrl));
}

/** Each characteristic that means something for the attribute's type; never a null, which Entra ID refuses. */
function renderAttribute(attribute: Attribute): JsonObject {
  const { type, canonicalValues, referenceTypes, subAttributes } = attribute;
  const isText = type === 'string' || type === 'reference' || type === 'binary';
  return {
    name: attribute.name,
    type,
    multiValued: attribute.multiValued,
    description: attribute.description,
    required: attribute.required,
    ...(canonicalValues.length > 0 ? { canonicalValues: [...canonicalValues] } : {}),
    ...(isText ? { caseExact: attribute.caseExact } : {}),
    mutability: attribute.mutability,
    returned: attribute.returned,
    ...(type === 'boolean' || type === 'complex' ? {} : { uniqueness: attribute.uniqueness }),
    ...(referenceTypes.length > 0 ? { referenceTypes: [...referenceTypes] } : {}),
    ...(type === 'complex' ? { subAttributes: subAttributes.map(renderAttribute) } : {}),
  };
}
