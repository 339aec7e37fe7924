// tus-js-client, as npm has it, sends a file to a Keyreel gateway. What the gateway asks of a client beyond tus 1.0 is a
// signature of RFC 9421 per request; the client's own hook for credentials adds it.
//
// Usage: node client.mjs STRANGERS ENDPOINT FILE CID SEED PIECE [STOP_AFTER | UPLOAD_URL]
// SEED: the device key, 32 bytes as hex. STOP_AFTER: ends after so many pieces. Prints the upload's address.

import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [strangers, endpoint, file, cid, seed, piece, last] = process.argv.slice(2);
const tus = createRequire(`${strangers}/`)('tus-js-client');
const bytes = readFileSync(file);
const chunkSize = Number(piece);
const uploadUrl = last?.startsWith('https:') ? last : null;
let piecesLeft = last && !uploadUrl ? Number(last) : Infinity;

// RFC 8410: the seed in PKCS #8; the public key is the end of its SubjectPublicKeyInfo.
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'hex')]),
  format: 'der',
  type: 'pkcs8',
});
const keyId = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

function addSignature(request) {
  const method = request.getMethod();
  if (method === 'HEAD') return;
  const offset = Number(request.getHeader('Upload-Offset') ?? 0);
  const body = method === 'PATCH' ? bytes.subarray(offset, offset + chunkSize) : Buffer.alloc(0);
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const parameters =
    `("@method" "@target-uri" "content-digest");created=${Math.floor(Date.now() / 1000)}` +
    `;nonce="${randomBytes(16).toString('base64url')}";keyid="${keyId}";alg="ed25519"`;
  const base =
    `"@method": ${method}\n"@target-uri": ${request.getURL()}\n"content-digest": ${digest}\n` +
    `"@signature-params": ${parameters}`;
  request.setHeader('Content-Digest', digest);
  request.setHeader('Signature-Input', `keyreel=${parameters}`);
  request.setHeader('Signature', `keyreel=:${sign(null, Buffer.from(base), key).toString('base64')}:`);
}

const upload = new tus.Upload(bytes, {
  endpoint,
  uploadUrl,
  chunkSize,
  retryDelays: null,
  metadata: { cid },
  onBeforeRequest: addSignature,
  onChunkComplete(_, sent) {
    piecesLeft -= 1;
    if (piecesLeft === 0 && sent < bytes.length) {
      console.log(upload.url);
      process.exit(0);
    }
  },
  onError(error) {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess() {
    console.log(upload.url);
    process.exit(0);
  },
});
upload.start();
