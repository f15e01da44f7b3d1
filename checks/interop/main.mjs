// Does what a line of JSON on standard input says, and answers with a line on standard output:
//   {"id": 1, "do": "wallet.obtain", "with": {…}}  →  {"id": 1, "result": …} or {"id": 1, "error": "…"}
// Requests are taken one after another. It ends with its input.

import "./loopback.mjs";
import { createInterface } from "node:readline";

const parts = {
  client: () => import("./client.mjs"),
  compiled: () => import("./compiled.mjs"),
  discovery: () => import("./discovery.mjs"),
  issuer: () => import("./issuer.mjs"),
  lists: () => import("./lists.mjs"),
  permission: () => import("./permission.mjs"),
  queries: () => import("./queries.mjs"),
  verifier: () => import("./verifier.mjs"),
  wallet: () => import("./wallet.mjs"),
};

async function answer(request) {
  const [part, verb] = request.do.split(".");
  const act = (await parts[part]())[verb];
  return act(request.with ?? {});
}

/** An error with what the libraries hide in its cause. */
function explain(error) {
  const said = [];
  for (let e = error; e; e = e.cause) {
    said.push(e.stack ?? String(e));
    if (e.errorResponse) said.push(JSON.stringify(e.errorResponse));
    if (e.response?.credentialErrorResponseResult) said.push(JSON.stringify(e.response.credentialErrorResponseResult));
  }
  return said.join("\ncaused by ");
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let reply;
  try {
    reply = { id: request.id, result: (await answer(request)) ?? null };
  } catch (error) {
    reply = { id: request.id, error: explain(error) };
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}
process.exit(0);
