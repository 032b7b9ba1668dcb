import { UsersApi } from './apis/index.js';
import { Configuration } from './runtime.js';

const { SCIM_URL: basePath = '', SCIM_TOKEN: accessToken = '' } = process.env;
const users = new UsersApi(new Configuration({ basePath, accessToken }));
const { resources } = await users.listUsers({ filter: 'userName eq "listed@example.com"' });
console.log(`listed ${resources.map(({ userName }) => userName).join()}`);
