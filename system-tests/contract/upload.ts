// An image that a client of tus uploads, of which nothing was written for this suite: it is stopped halfway, and another goes on where
// the suite says that the first has come to. Run as: node target/client/upload.js URL, with the token in SKYHOLM_TOKEN.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import * as tus from "tus-js-client";
import { skyholm } from "./client.js";

const MIB = 1 << 20;
const [url] = process.argv.slice(2);
const token = process.env.SKYHOLM_TOKEN;
if (!url || !token) {
  throw new Error("Give the suite's address, and a token in SKYHOLM_TOKEN");
}
const client = skyholm(url, token);
const disk = randomBytes(6 * MIB);
const options = { headers: { Authorization: `Bearer ${token}` }, chunkSize: MIB };

async function announced() {
  const image = await client.POST("/v1/images", { body: { name: `tus-${randomUUID()}`, imageType: "CUSTOM" } });
  const path = { id: image.data?.id ?? "" };
  const version = await client.POST("/v1/images/{id}/versions", {
    params: { path },
    body: { versionNumber: "1.0", diskFormat: "RAW", checksumSha256: createHash("sha256").update(disk).digest("hex") },
  });
  if (!version.data?.id) {
    throw new Error(JSON.stringify(image.error ?? version.error));
  }
  return { ...path, versionId: version.data.id };
}

/** Sends until half of it is there, and says where the upload is. */
function begun(endpoint: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(disk, {
      ...options,
      endpoint,
      onError: reject,
      onChunkComplete: (_, accepted) => {
        if (accepted >= disk.length / 2) {
          upload.abort().then(() => resolve(upload.url ?? ""), reject);
        }
      },
    });
    upload.start();
  });
}

/** Sends the rest, and says how much that was. */
function ended(uploadUrl: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    new tus.Upload(disk, {
      ...options,
      uploadUrl,
      onError: reject,
      onChunkComplete: (part) => (sent += part),
      onSuccess: () => resolve(sent),
    }).start();
  });
}

const path = await announced();
const upload = await begun(`${url}/v1/images/${path.id}/versions/${path.versionId}/uploads`);
console.log(`sent after the break: ${await ended(upload)} of ${disk.length}`);
for (let left = 120; left > 0; left--) {
  const version = await client.GET("/v1/images/{id}/versions/{versionId}", { params: { path } });
  if (version.data?.status === "AVAILABLE") {
    console.log(`the version: ${version.data.status}`);
    process.exit(0);
  }
  await setTimeout(500);
}
throw new Error("The version is not AVAILABLE");
