// Requests that the server refuses whatever they want.
import type { Step } from './step.js';

export const refused: readonly Step[] = [
  {
    operation: 'deleteUser',
    name: 'scope',
    summary: 'A token without the scope to write',
    request: 'DELETE /Users/${barbara}',
    readsOnly: true,
  },
  {
    operation: 'deleteUser',
    name: 'brake',
    summary: 'The brake on mass deactivation; to be released by an operator',
    request: 'DELETE /Users/${barbara}',
  },
  {
    operation: 'listUsers',
    name: 'noToken',
    summary: 'No token',
    request: 'GET /Users',
    headers: { Authorization: '' },
  },
  {
    operation: 'listUsers',
    name: 'html',
    summary: 'A client that accepts only HTML',
    request: 'GET /Users',
    headers: { Accept: 'text/html' },
  },
  {
    operation: 'listUsers',
    name: 'wrongToken',
    summary: 'An unknown token',
    request: 'GET /Users',
    headers: { Authorization: 'Bearer wrong' },
  },
  {
    operation: 'listUsers',
    name: 'tooOften',
    summary: 'Too many wrong tokens',
    request: 'GET /Users',
    headers: { Authorization: 'Bearer wrong-again' },
  },
  {
    operation: 'createUser',
    name: 'form',
    summary: 'A form instead of JSON',
    request: 'POST /Users',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    text: 'userName=dora',
  },
  {
    operation: 'createUser',
    name: 'large',
    summary: 'More than maxPayloadSize of /ServiceProviderConfig',
    request: 'POST /Users',
    text: `{"userName":"${'a'.repeat(1024 * 1024)}"}`,
  },
  {
    operation: 'listUsers',
    name: 'busy',
    summary: 'The server is overloaded',
    request: 'GET /Users',
    isBusy: true,
  },
];
