// Every chapter, in the order of a report.
import type { Chapter } from '../suite/clause.js';
import { bulkErrors } from './bulk-errors.js';
import { bulk } from './bulk.js';
import { bulkReferences } from './bulk-references.js';
import { characteristics } from './characteristics.js';
import { config } from './config.js';
import { coreSchemas } from './core-schemas.js';
import { create } from './create.js';
import { cursor } from './cursor.js';
import { dataTypes } from './data-types.js';
import { remove } from './delete.js';
import { errors } from './errors.js';
import { etag } from './etag.js';
import { filterValues } from './filter-values.js';
import { filter } from './filter.js';
import { filterLanguage } from './filter-language.js';
import { http } from './http.js';
import { me } from './me.js';
import { notation } from './notation.js';
import { paging } from './paging.js';
import { patch } from './patch.js';
import { patchAdd } from './patch-add.js';
import { patchRemove } from './patch-remove.js';
import { patchReplace } from './patch-replace.js';
import { projection } from './projection.js';
import { replace } from './replace.js';
import { meta } from './meta.js';
import { resource } from './resource.js';
import { resourceTypes } from './resource-types.js';
import { schemas } from './schemas.js';
import { search } from './search.js';
import { sort } from './sort.js';
import { unassigned } from './unassigned.js';

export const CHAPTERS: readonly Chapter[] = [
  config,
  schemas,
  resourceTypes,
  coreSchemas,
  resource,
  meta,
  dataTypes,
  characteristics,
  unassigned,
  notation,
  create,
  replace,
  patch,
  patchAdd,
  patchRemove,
  patchReplace,
  remove,
  paging,
  cursor,
  sort,
  filter,
  filterValues,
  filterLanguage,
  search,
  projection,
  etag,
  bulk,
  bulkErrors,
  bulkReferences,
  me,
  errors,
  http,
];
