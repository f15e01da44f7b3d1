// What @openid4vc/* and @sd-jwt/* leave to whoever uses them: keys, hashes, signatures. Everything on Node.js' own
// cryptography and on jose; P-256 only.

import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify, X509Certificate } from "node:crypto";
import { calculateJwkThumbprint, clientAuthenticationAnonymous, HashAlgorithm } from "@openid4vc/oauth2";
import { compactDecrypt, CompactEncrypt, exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";

/** Private keys by the thumbprint of their public one (RFC 7638). */
const keys = new Map();

const hash = (data, algorithm = "sha-256") =>
  new Uint8Array(createHash(algorithm.replace("-", "")).update(data).digest());

const thumbprint = (jwk) => calculateJwkThumbprint({ jwk, hashAlgorithm: HashAlgorithm.Sha256, hashCallback: hash });

/** Keeps a key pair; gives its public half. */
export async function keep(privateJwk, publicJwk) {
  keys.set(await thumbprint(publicJwk), privateJwk);
  return publicJwk;
}

/** A new key; its private half stays here. */
export async function newKey() {
  const pair = await generateKeyPair("ES256", { extractable: true });
  return keep(await exportJWK(pair.privateKey), await exportJWK(pair.publicKey));
}

/** The public key of a certificate, base64 DER as in x5c. */
export function keyOf(base64) {
  return certificate(base64).publicKey.export({ format: "jwk" });
}

export function certificate(base64) {
  return new X509Certificate(Buffer.from(base64, "base64"));
}

/** The authority key identifier (RFC 5280 §4.2.1.1) in a certificate, base64url as DCQL's aki wants it. */
export function authorityKeyOf(base64) {
  const der = Buffer.from(base64, "base64");
  const at = der.indexOf(Buffer.from("0603551d23", "hex")) + 5;
  const [octets, , sequence, , tag, length] = der.subarray(at);
  if (octets !== 0x04 || sequence !== 0x30 || tag !== 0x80) throw new Error("no authority key identifier");
  return der.subarray(at + 6, at + 6 + length).toString("base64url");
}

/** Whether the first is signed by the second, up to an authority (base64 DER). */
export function chainEndsAt(x5c, authority) {
  const chain = [...x5c.map(certificate), certificate(authority)];
  const now = new Date();
  return chain.every(
    (one, i) =>
      new Date(one.validFrom) <= now &&
      now <= new Date(one.validTo) &&
      (i + 1 === chain.length || one.verify(chain[i + 1].publicKey)),
  );
}

function names(base64) {
  const found = (certificate(base64).subjectAltName ?? "").split(", ");
  const all = (kind) => found.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));
  return { sanDnsNames: all("DNS:"), sanUriNames: all("URI:") };
}

async function jwkOf(signer) {
  if (signer.method === "jwk") return signer.publicJwk;
  if (signer.method === "x5c") return keyOf(signer.x5c[0]);
  throw new Error(`nobody here signs by ${signer.method}`);
}

/** Callbacks of @openid4vc/*; the client is a public one. */
export const callbacks = {
  hash,
  generateRandom: (length) => new Uint8Array(randomBytes(length)),
  clientAuthentication: clientAuthenticationAnonymous(),
  getX509CertificateMetadata: names,
  signJwt: async (signer, { header, payload }) => {
    const signerJwk = await jwkOf(signer);
    const key = await importJWK(keys.get(await thumbprint(signerJwk)), "ES256");
    return { jwt: await new SignJWT(payload).setProtectedHeader({ ...header, alg: "ES256" }).sign(key), signerJwk };
  },
  verifyJwt: async (signer, { compact }) => {
    const signerJwk = await jwkOf(signer);
    return { verified: isSigned(compact, signerJwk), signerJwk };
  },
  encryptJwe: async ({ publicJwk, alg, enc, apu, apv }, data) => {
    const header = { alg, enc, kid: publicJwk.kid, ...(apu && { apu }), ...(apv && { apv }) };
    const key = await importJWK(publicJwk, alg);
    const jwe = await new CompactEncrypt(new TextEncoder().encode(data)).setProtectedHeader(header).encrypt(key);
    return { encryptionJwk: publicJwk, jwe };
  },
  decryptJwe: async (jwe, { jwk } = {}) => {
    const { kid } = JSON.parse(Buffer.from(jwe.split(".")[0], "base64url"));
    const decryptionJwk = jwk ?? publicKeyNamed(kid);
    const privateJwk = keys.get(await thumbprint(decryptionJwk));
    const { plaintext } = await compactDecrypt(jwe, await importJWK(privateJwk, "ECDH-ES"));
    return { decrypted: true, decryptionJwk, payload: new TextDecoder().decode(plaintext) };
  },
};

const named = new Map();

/** Gives a public key a name by which an encrypted answer may refer to it. */
export function name(publicJwk, kid) {
  named.set(kid, publicJwk);
  return { ...publicJwk, kid };
}

function publicKeyNamed(kid) {
  if (!named.has(kid)) throw new Error("encrypted to a key that is not ours");
  return named.get(kid);
}

function isSigned(compact, jwk) {
  const [header, payload, signature] = compact.split(".");
  return isSignature(`${header}.${payload}`, signature, jwk);
}

function isSignature(data, signature, jwk) {
  const key = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" };
  return verify("sha256", Buffer.from(data), key, Buffer.from(signature, "base64url"));
}

/** What @sd-jwt/* needs to read what somebody else signed. */
export const reading = {
  hasher: (data, algorithm) => hash(typeof data === "string" ? data : new Uint8Array(data), algorithm),
  hashAlg: "sha-256",
  saltGenerator: (length) => randomBytes(length).toString("base64url"),
};

/** Verifies for @sd-jwt/* with a public key. */
export const verifierWith = (jwk) => (data, signature) => isSignature(data, signature, jwk);

/** Signs for @sd-jwt/* with a key that is kept here. */
export async function signerWith(publicJwk) {
  const key = createPrivateKey({ key: keys.get(await thumbprint(publicJwk)), format: "jwk" });
  return (data) => sign("sha256", Buffer.from(data), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
}
