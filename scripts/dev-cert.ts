// `npm run dev:cert`: a self-signed certificate to try HTTPS on this machine, not for anything that others reach.
import { mkdirSync, writeFileSync } from 'node:fs';
import { generate } from 'selfsigned';

const CERT = 'certs/dev-cert.pem';
const KEY = 'certs/dev-key.pem';
const DAYS = 365;
const DNS_NAME = 2;
const IP_ADDRESS = 7;

const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
  keyType: 'ec',
  algorithm: 'sha256',
  notAfterDate: new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000),
  extensions: [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: DNS_NAME, value: 'localhost' },
        { type: IP_ADDRESS, ip: '127.0.0.1' },
        { type: IP_ADDRESS, ip: '::1' },
      ],
    },
  ],
});

mkdirSync('certs', { recursive: true });
writeFileSync(CERT, cert);
writeFileSync(KEY, key, { mode: 0o600 });
console.log(`For localhost, 127.0.0.1 and ::1, ${DAYS} days. Start with:\n`);
console.log(`TLS_CERT_FILE=${CERT} TLS_KEY_FILE=${KEY} npm start`);
