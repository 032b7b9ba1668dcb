// What settings take: each kind of value reads a text, or says in one line what it should have been.
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { bool, makeValidator } from 'envalid';
import { readWhole, takesWhole } from './whole-number.js';

export const whole = (least: number, most: number) =>
  makeValidator<number>((input) => {
    const value = readWhole(input, { least, most });
    if (value === undefined) throw new Error(takesWhole({ least, most }));
    return value;
  });
export const portNumber = whole(1, 65_535);
export const onOff = makeValidator<boolean>((input) => {
  if (input !== 'on' && input !== 'off') throw new Error('takes on or off');
  return input === 'on';
});
export const trueOrFalse = makeValidator<boolean>((input) => {
  try {
    return bool()._parse(input);
  } catch {
    throw new Error('takes true or false');
  }
});
export const oneOf = <T extends string>(choices: readonly T[]) =>
  makeValidator<T>((input) => {
    const choice = choices.find((each) => each === input);
    if (choice === undefined) throw new Error(`takes one of ${choices.join(', ')}`);
    return choice;
  });
export const ratio = makeValidator<number>((input) => {
  const value = Number(input);
  if (input.trim() === '' || !(value >= 0 && value <= 1)) throw new Error('takes a number, 0 to 1');
  return value;
});
const url = (form: RegExp, takes: string) =>
  makeValidator<string>((input) => {
    if (!form.test(input) || !URL.canParse(input)) throw new Error(`takes a URL: ${takes}`);
    return input;
  });
export const collectorUrl = url(/^https?:\/\/[^/?#][^#]*$/, 'http://collector.example.com:4318');
/** Paths are put behind it: a query would have them. Every resource shows it: it has no password. */
export const publicUrl = url(
  /^https?:\/\/[^/?#@]+(\/[^?#]*)?$/,
  'https://scim.example.com, without a query or a password',
);
export const mongodbUri = makeValidator<string>((input) => {
  if (!/^mongodb(\+srv)?:\/\//.test(input))
    throw new Error('takes a connection string: mongodb://host/database?replicaSet=name');
  return input;
});
export const token = makeValidator<string>((input) => {
  if (!/^[A-Za-z0-9\-._~+/]{16,}=*$/.test(input))
    throw new Error('takes a token of at least 16 letters, digits and -._~+/');
  if (input.startsWith('scimadmin_')) throw new Error('takes no token of the admin API');
  return input;
});

export const files = makeValidator<string[]>((input) => {
  const takes = 'takes a file, or several with commas between them';
  const names = input.split(',').map((name) => name.trim());
  if (names.includes('')) throw new Error(takes);
  for (const name of names) checkFile(name, takes);
  return names;
});
export const documentFolder = makeValidator<string>((input) => {
  checkFile(join(input, 'openapi.yaml'), 'takes a folder with an openapi.yaml');
  return input;
});

export const secret = makeValidator<string>((input) => {
  if (input.length < 32) throw new Error('takes a secret of at least 32 characters');
  return input;
});

/** @throws Error in one line */
function checkFile(path: string, takes: string): void {
  try {
    accessSync(path);
  } catch (error) {
    throw new Error(`${takes}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
