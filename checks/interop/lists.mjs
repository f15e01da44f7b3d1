// Reads Token Status Lists with @sd-jwt/jwt-status-list.

import { getListFromStatusListJWT } from "@sd-jwt/jwt-status-list";
import { fetchList, header } from "./credentials.mjs";

/** What the library reads in a list at some places, and how many entries are not valid in all of it. */
export async function read({ uri, indices }) {
  const token = await fetchList(uri);
  const list = getListFromStatusListJWT(token);
  const { sub, iat, exp, ttl } = JSON.parse(Buffer.from(token.split(".")[1], "base64url"));
  return {
    type: header(token).typ,
    sub,
    lifetime: exp - iat,
    ttl,
    bits: list.getBitsPerStatus(),
    size: list.statusList.length,
    invalid: list.statusList.reduce((count, status) => count + (status === 0 ? 0 : 1), 0),
    statuses: indices.map((index) => list.getStatus(index)),
  };
}
