// The kinds of things that `npm run spec:new` makes.
import type { AttributeAnswers } from './attribute.js';
import type { Edits, ExtensionAnswers, ResourceAnswers } from './edits.js';
import { newAttribute, newExtension, newResource } from './edits.js';
import type { Answers, Question } from './questions.js';
import { ATTRIBUTE, EXTENSION, RESOURCE } from './questions.js';

export interface Kind {
  readonly name: string;
  readonly argument: string;
  readonly summary: string;
  readonly questions: readonly Question[];
  readonly edits: (directory: string, name: string, answers: Answers) => Edits;
}

/** The answers have the shape that their questions ask for. */
export const KINDS: readonly Kind[] = [
  {
    name: 'resource',
    argument: 'Device',
    summary: 'a resource type: its schema, its endpoint, every operation',
    questions: RESOURCE,
    edits: (directory, name, answers) => newResource(directory, name, answers as unknown as ResourceAnswers),
  },
  {
    name: 'extension',
    argument: 'Badge',
    summary: 'a schema extension of a resource type',
    questions: EXTENSION,
    edits: (directory, name, answers) => newExtension(directory, name, answers as unknown as ExtensionAnswers),
  },
  {
    name: 'attribute',
    argument: 'User.nickname',
    summary: 'an attribute of a schema, or a sub-attribute (User.name.nickname)',
    questions: ATTRIBUTE,
    edits: (directory, place, answers) =>
      newAttribute(directory, place, answers['required'] === true, answers as unknown as AttributeAnswers),
  },
];
