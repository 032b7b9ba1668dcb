// What the frames of a profile are called.
import type { CpuProfile } from './inspector.js';

type CallFrame = CpuProfile['nodes'][number]['callFrame'];

/** A function with its file and line. */
export function placeOf({ functionName, url, lineNumber }: CallFrame): string {
  return url === '' ? functionName : `${functionName || '(anonymous)'} ${fileOf(url)}:${lineNumber + 1}`;
}

/** The package of a function, or the folder of ours. */
export function packageOf({ functionName, url }: CallFrame): string {
  if (url === '') return functionName;
  const file = fileOf(url);
  if (file.startsWith('node:')) return 'node';
  const [first = '', second = ''] = file.split('/');
  return first.startsWith('@') || first === 'dist' ? `${first}/${second}` : first;
}

/** Below the packages, or below the folder of the server, wherever it stands. */
function fileOf(url: string): string {
  return url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(/^\/.*\/(?=dist\/)/, '');
}
