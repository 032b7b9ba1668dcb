// What has to be known of each kind of thing, as data: the flag that answers a question, what is asked on a terminal
// where no flag does, and what is taken where nobody is there to answer.
import type { Command } from 'commander';
import { Option } from 'commander';
import { confirm, input, select } from '@inquirer/prompts';
import { TYPES } from './attribute.js';

export type Answer = string | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

export interface Question {
  /** The flag, in camel case as commander has it. */
  readonly name: string;
  readonly flag: string;
  readonly message: string;
  readonly kind: 'text' | 'yesNo' | 'one' | 'some';
  readonly choices?: readonly string[];
  /** Undefined: there is no answer but the user's. @param subject what is to be made */
  readonly suggestion: (subject: string) => Answer | undefined;
  /** Whether it makes sense, after the answers that are there. */
  readonly isAsked?: (answers: Answers) => boolean;
}

/** Asks one question of a human. */
export type Ask = (question: Question, suggestion: Answer | undefined) => Promise<Answer>;

const description: Question = {
  name: 'description',
  flag: '--description <text>',
  message: 'What is it? (shown by /Schemas, the docs page and SDKs)',
  kind: 'text',
  suggestion: (subject) => subject.split('.').at(-1),
};

const urn = (kind: string, version: string): Question => ({
  name: 'urn',
  flag: '--urn <urn>',
  message: 'Its URN, in a namespace of your own?',
  kind: 'text',
  suggestion: (subject) => `urn:example:params:scim:schemas:${kind}:${version}:${subject}`,
});

const first = (suggestion: string): Question => ({
  name: 'attribute',
  flag: '--attribute <name>',
  message: 'The name of its first attribute?',
  kind: 'text',
  suggestion: () => suggestion,
});

const required = (message: string): Question => ({
  name: 'required',
  flag: '--required',
  message,
  kind: 'yesNo',
  suggestion: () => false,
});

const isText = ({ type }: Answers) => type === 'string' || type === 'reference';
const isSimple = ({ type }: Answers) => type !== 'complex';

export const RESOURCE: readonly Question[] = [
  description,
  {
    name: 'endpoint',
    flag: '--endpoint <path>',
    message: 'Where are its resources?',
    kind: 'text',
    suggestion: (subject) => `/${plural(subject)}`,
  },
  urn('core', '2.0'),
  first('label'),
];

export const EXTENSION: readonly Question[] = [
  {
    name: 'on',
    flag: '--on <resource type>',
    message: 'Which resource type does it extend?',
    kind: 'text',
    suggestion: () => undefined,
  },
  description,
  urn('extension', '1.0'),
  first('label'),
  required('Must every resource have it?'),
];

export const ATTRIBUTE: readonly Question[] = [
  {
    name: 'type',
    flag: '--type <type>',
    message: 'Its data type?',
    kind: 'one',
    choices: TYPES,
    suggestion: () => 'string',
  },
  {
    name: 'multiValued',
    flag: '--multi-valued',
    message: 'May it have several values?',
    kind: 'yesNo',
    suggestion: () => false,
  },
  description,
  required('Must every resource have it?'),
  {
    name: 'caseExact',
    flag: '--case-exact',
    message: 'Does letter case count when it is compared?',
    kind: 'yesNo',
    suggestion: () => undefined,
    isAsked: isText,
  },
  {
    name: 'referenceTypes',
    flag: '--reference-types <names>',
    message: 'What does it refer to: resource types, external, uri?',
    kind: 'some',
    suggestion: () => ['external'],
    isAsked: ({ type }) => type === 'reference',
  },
  {
    name: 'mutability',
    flag: '--mutability <kind>',
    message: 'Who may write it?',
    kind: 'one',
    choices: ['readWrite', 'readOnly', 'immutable', 'writeOnly'],
    suggestion: () => 'readWrite',
  },
  {
    name: 'returned',
    flag: '--returned <when>',
    message: 'When do answers show it?',
    kind: 'one',
    choices: ['default', 'always', 'request', 'never'],
    suggestion: () => 'default',
    isAsked: ({ mutability }) => mutability !== 'writeOnly',
  },
  {
    name: 'uniqueness',
    flag: '--uniqueness <kind>',
    message: 'Is a value unique among the resources of the type?',
    kind: 'one',
    choices: ['none', 'server', 'global'],
    suggestion: () => 'none',
    isAsked: isSimple,
  },
  {
    name: 'index',
    flag: '--index',
    message: 'Do clients filter on it, so that it needs an index?',
    kind: 'yesNo',
    suggestion: () => false,
    isAsked: (answers) => isSimple(answers) && answers['uniqueness'] === 'none',
  },
  {
    name: 'canonicalValues',
    flag: '--canonical-values <values>',
    message: 'Values to suggest, with commas?',
    kind: 'some',
    suggestion: () => [],
    isAsked: ({ type }) => type === 'string',
  },
];

/** Gives a command the flags of its questions. */
export function withFlags(command: Command, questions: readonly Question[]): Command {
  for (const { flag, message, kind, choices } of questions) {
    const option = new Option(flag, message);
    if (choices !== undefined) option.choices(choices);
    if (kind === 'some') option.argParser(split);
    command.addOption(option);
    if (flag === '--case-exact') command.option('--no-case-exact', 'Letter case does not count');
  }
  return command;
}

/**
 * The answers to all questions: those of flags, of the human where one is there, else what is suggested.
 * @throws Error where a question has no answer
 */
export async function complete(
  questions: readonly Question[],
  subject: string,
  given: Answers,
  ask: Ask | undefined,
): Promise<Answers> {
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const { name, flag, isAsked } = question;
    const suggestion = question.suggestion(subject);
    const isOpen = given[name] === undefined && ask !== undefined && (isAsked?.(answers) ?? true);
    const answer = given[name] ?? (isOpen ? await ask(question, suggestion) : suggestion);
    if (answer !== undefined) answers[name] = answer;
    else if (name === 'on') throw new Error(`${flag} is needed: ${question.message}`);
  }
  return answers;
}

/** Asks on the terminal. */
export const askOnTerminal: Ask = ({ message, kind, choices = [] }, suggestion) => {
  switch (kind) {
    case 'yesNo':
      return confirm({ message, default: suggestion === true });
    case 'one':
      return select({ message, choices: [...choices], default: suggestion });
    case 'some':
      return input({ message, default: [suggestion ?? []].flat().join(',') }).then(split);
    case 'text':
      return input({ message, required: true, ...(typeof suggestion === 'string' ? { default: suggestion } : {}) });
  }
};

function split(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function plural(name: string): string {
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}
