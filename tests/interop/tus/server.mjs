// @tus/server with @tus/file-store, as npm has them, behind TLS and where Keyreel looks for a gateway's uploads.
//
// Usage: node server.mjs STRANGERS FOLDER CERTIFICATE KEY PORT
// Prints one line of JSON when it listens, and one line for each upload that it calls finished.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';

const [strangers, folder, cert, key, port] = process.argv.slice(2);
const stranger = (name) => import(pathToFileURL(`${strangers}/node_modules/${name}/dist/index.js`));
const { Server } = await stranger('@tus/server');
const { FileStore } = await stranger('@tus/file-store');

const kPath = '/v1/uploads';
// Its addresses would begin with http: it does not know of the TLS in front of it.
const tus = new Server({ path: kPath, relativeLocation: true, datastore: new FileStore({ directory: folder }) });
const server = createServer({ cert: readFileSync(cert), key: readFileSync(key), minVersion: 'TLSv1.3' }, (request, response) => {
  if (request.url.startsWith(kPath)) return tus.handle(request, response);
  // A tus server knows no blobs.
  response.writeHead(404).end();
});
server.listen(Number(port), '127.0.0.1', () => {
  console.log(JSON.stringify({ ready: true, url: `https://127.0.0.1:${server.address().port}` }));
});
