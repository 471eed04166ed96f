// From a token to a running instance, watched by its operation's stream, and to nothing again: what a stranger does who has the
// generated client and no other knowledge. Run as: node target/client/journey.js URL, with the token in SKYHOLM_TOKEN.
import { randomUUID } from "node:crypto";
import { createInstance, operation, skyholm, watched } from "./client.js";

const [url] = process.argv.slice(2);
const token = process.env.SKYHOLM_TOKEN;
if (!url || !token) {
  throw new Error("Give the suite's address, and a token in SKYHOLM_TOKEN");
}
const client = skyholm(url, token);
const stranger = skyholm(url, "");

function expect(what: string, seen: unknown, wanted: unknown) {
  if (seen !== wanted) {
    throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}`);
  }
  console.log(`${what}: ${JSON.stringify(seen)}`);
}

/** The document promises no property of an answer; here each has to be there. */
function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("The answer lacks a property");
  }
  return value;
}

const me = await client.GET("/v1/me");
expect("my account answers", me.response.status, 200);

const nobody = await stranger.GET("/v1/me");
expect("without a token", nobody.error?.code, "UNAUTHENTICATED");

const wrong = await client.POST("/v1/instances", { body: { name: "wrong", cpuCores: 0, memoryGb: 1, storageGb: 10 } });
expect("no cores", wrong.error?.code, "INVALID");
expect("the field at fault", wrong.error?.errors?.[0]?.field, "cpuCores");

const name = `typescript-${randomUUID()}`;
const thought = await client.POST("/v1/instances", {
  body: { name, cpuCores: 1, memoryGb: 1, storageGb: 10 },
  params: { query: { dry_run: true } },
});
expect("a dry run", thought.response.status, 202);

const asked = await createInstance(client, name, name);
expect("asked for", asked.kind, "CREATE");
const again = await createInstance(client, name, name);
expect("asked for again under its key", again.id, asked.id);

const seen: string[] = [];
for await (const now of watched(client, present(asked.id))) {
  seen.push(present(now.status));
}
expect("the stream's last word", seen.at(-1), "SUCCEEDED");
expect("the operation itself", (await operation(client, present(asked.id))).status, "SUCCEEDED");

const path = { id: present(asked.resourceId) };
const running = await client.GET("/v1/instances/{id}", { params: { path } });
expect("the instance", running.data?.status, "RUNNING");
const list = await client.GET("/v1/instances", { params: { query: { name, limit: 1 } } });
expect("in the list", list.data?.items?.[0]?.id, asked.resourceId);

const version = running.response.headers.get("ETag") ?? "";
const renamed = await client.PATCH("/v1/instances/{id}", {
  params: { path, header: { "If-Match": version } },
  body: { name: `${name}-renamed` },
});
expect("renamed", renamed.data?.name, `${name}-renamed`);
const late = await client.PATCH("/v1/instances/{id}", {
  params: { path, header: { "If-Match": version } },
  body: { name },
});
expect("renamed by who saw it before", late.error?.code, "PRECONDITION_FAILED");

const gone = await client.DELETE("/v1/instances/{id}", { params: { path } });
if (!gone.data) {
  throw new Error(JSON.stringify(gone.error));
}
let last = "";
for await (const now of watched(client, present(gone.data.id))) {
  last = present(now.status);
}
expect("deleted", last, "SUCCEEDED");
const after = await client.GET("/v1/instances/{id}", { params: { path } });
expect("the instance afterwards", after.data?.status, "DELETED");
const nowhere = await client.GET("/v1/instances/{id}", { params: { path: { id: randomUUID() } } });
expect("an instance that never was", nowhere.error?.code, "NOT_FOUND");
