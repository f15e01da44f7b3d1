// Names under localhost are this machine (RFC 6761 §6.3); Node.js asks the system's resolver, which may not know that.

import dns from "node:dns";

const systems = dns.lookup;

dns.lookup = (host, options, callback) => {
  const answer = callback ?? options;
  const wants = typeof options === "object" ? options : {};
  if (host !== "localhost" && !host.endsWith(".localhost")) {
    return systems(host, options, callback);
  }
  return process.nextTick(() => (wants.all ? answer(null, [{ address: "127.0.0.1", family: 4 }]) : answer(null, "127.0.0.1", 4)));
};
