// An https server on a name under localhost. Handlers take {url, headers, form, json} and give {status, headers, body}.

import { readFileSync } from "node:fs";
import { createServer } from "node:https";

const MOST_BYTES = 256 * 1024;

/** Starts one; gives its origin, and a map from "GET /path" to handlers that may be filled later. */
export async function serve({ host, certificate, key }) {
  const routes = new Map();
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, async (request, response) => {
    const answer = await answerTo(request, routes, host, server.address().port).catch(problem);
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {});
    response.writeHead(answer.status ?? 200, { "Content-Type": "application/json", ...answer.headers }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  return { origin: `https://${host}:${server.address().port}`, routes };
}

async function answerTo(request, routes, host, port) {
  const url = `https://${host}:${port}${request.url}`;
  const handler = routes.get(`${request.method} ${new URL(url).pathname}`);
  if (!handler) return { status: 404 };
  const body = await read(request);
  const type = request.headers["content-type"] ?? "";
  return handler({
    url,
    method: request.method,
    headers: new Headers(Object.entries(request.headers)),
    form: type.startsWith("application/x-www-form-urlencoded") ? Object.fromEntries(new URLSearchParams(body)) : {},
    json: type.startsWith("application/json") ? JSON.parse(body) : {},
  });
}

async function read(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > MOST_BYTES) throw new Error("too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** What the libraries say is wrong with a request, as OAuth has it (RFC 6749 §5.2). */
function problem(error) {
  if (error.wwwAuthenticateHeaders) {
    return { status: 401, headers: { "WWW-Authenticate": error.toHeaderValue() }, body: {} };
  }
  if (error.errorResponse) return { status: error.status ?? 400, body: error.errorResponse };
  console.error(error);
  return { status: 500, body: { error: "server_error" } };
}
