import { client } from './src/client.gen.js';
import { listUsers } from './src/sdk.gen.js';

client.setConfig({ baseUrl: process.env['SCIM_URL'] ?? '', auth: process.env['SCIM_TOKEN'] ?? '' });
const { data, error } = await listUsers({ query: { filter: 'userName eq "listed@example.com"' } });
if (error !== undefined) throw new Error(error.detail);
console.log(`listed ${data.Resources.map(({ userName }) => userName).join()}`);
