// The door of the package.
export { createScimClient } from './client.js';
export type { EndpointOf, ResourceOf, ScimClient, ScimClientOptions, WriteOf } from './client.js';
export { ScimError, unwrap } from './error.js';
export type { ScimType } from './error.js';
export { Filter, filter } from './filter.js';
export type { Attributes, FilterOf } from './filter.js';
export type { AttributeName } from './names.js';
export type { Page } from './pages.js';
export { Patch } from './patch.js';
export type { PatchOperation, Path, Paths } from './patch.js';
export type { Change, Condition, Query, Resources, View } from './resources.js';
export type { RetryOptions } from './retry.js';
