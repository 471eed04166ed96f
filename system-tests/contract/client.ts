// A client made from the published document: a call that it does not allow does not compile.
import createClient from "openapi-fetch";
import type { components, paths } from "./target/api.js";

export function skyholm(url: string, token: string) {
  return createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
}

type Skyholm = ReturnType<typeof skyholm>;
type Operation = components["schemas"]["Operation"];

/** Asks for a small instance, and returns its operation. */
export async function createInstance(client: Skyholm, name: string, idempotencyKey: string) {
  const { data, error } = await client.POST("/v1/instances", {
    body: { name, cpuCores: 1, memoryGb: 1, storageGb: 10 },
    headers: { "Idempotency-Key": idempotencyKey },
  });
  if (!data) {
    throw new Error(JSON.stringify(error));
  }
  return data;
}

/** The operation as it is now. */
export async function operation(client: Skyholm, id: string) {
  const { data, error } = await client.GET("/v1/operations/{id}", { params: { path: { id } } });
  if (!data) {
    throw new Error(JSON.stringify(error));
  }
  return data;
}

/** The operation as it is, and again after each change, until it has ended. */
export async function* watched(client: Skyholm, id: string): AsyncGenerator<Operation> {
  const { data, error } = await client.GET("/v1/operations/{id}/stream", {
    params: { path: { id } },
    headers: { Accept: "text/event-stream" },
    parseAs: "stream",
  });
  if (!data) {
    throw new Error(JSON.stringify(error));
  }
  let rest = "";
  for await (const text of data.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((each) => each.startsWith("data:"))) {
      yield JSON.parse(line.slice("data:".length)) as Operation;
    }
  }
}
