// The server and its command line as tests start them: built once before all tests (build.mjs), as `npm start`
// builds them, in a folder of their own.

export const SERVER = ['node', '.test-build/main.js'] as const;
export const SCIM = ['node', '.test-build/cli/scim.js'] as const;
