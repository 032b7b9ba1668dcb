// What changes between the parameters of an operation, each without its reference.
import type { JsonObject } from '../../../src/spec/json.js';
import type { Change } from './change.js';
import { breaking, compatible } from './change.js';
import { isSame } from './same.js';

/** @param where what the operation is called */
export function diffParameters(where: string, before: readonly JsonObject[], after: readonly JsonObject[]): Change[] {
  const [was, is] = [byPlace(before), byPlace(after)];
  const called = ({ name }: JsonObject) => `the parameter ${String(name)}`;
  return [
    ...[...was].filter(([place]) => !is.has(place)).map(([, each]) => breaking(where, `${called(each)} is removed`)),
    ...[...is].flatMap(([place, each]) => {
      const old = was.get(place);
      const isRequired = each['required'] === true;
      if (old === undefined)
        return isRequired
          ? breaking(where, `${called(each)} is new and required`)
          : compatible(where, `${called(each)} is new`);
      return [
        ...(isRequired && old['required'] !== true ? [breaking(where, `${called(each)} is required`)] : []),
        ...(!isRequired && old['required'] === true
          ? [compatible(where, `${called(each)} is no longer required`)]
          : []),
        ...(isSame(formOf(old), formOf(each)) ? [] : [breaking(where, `${called(each)} has another form`)]),
      ];
    }),
  ];
}

/** A parameter is known by its name and by where it stands in a request. */
function byPlace(parameters: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  return new Map(parameters.map((each) => [`${String(each['in'])} ${String(each['name'])}`, each]));
}

function formOf({
  description: _text,
  required: _said,
  example: _one,
  examples: _more,
  ...form
}: JsonObject): JsonObject {
  return form;
}
