// AsyncAPI's own parser reads the catalogue of events: it is accepted, and each example fits its schema.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const catalogue = new URL("../../docs/events/asyncapi.yaml", import.meta.url);
const { document, diagnostics } = await new Parser().parse(readFileSync(catalogue, "utf8"));
const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 0);
for (const error of errors) {
  console.error(`${error.code} at ${error.path.join("/")}: ${error.message}`);
}
if (!document || errors.length > 0) {
  process.exit(1);
}
const messages = document.components().messages().all();
const examples = messages.reduce((sum, message) => sum + message.examples().length, 0);
const open = document.servers().all().filter((server) => server.security().length === 0);
if (open.length > 0) {
  console.error(`No security is declared for: ${open.map((server) => server.id())}`);
  process.exit(1);
}
console.log(`AsyncAPI accepts ${messages.length} messages with ${examples} examples.`);
