// The recipe of docs/api.md in another language: prints the hash that a proof's content gives, and the one that it names.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

for (const proof of JSON.parse(readFileSync(0, "utf8"))) {
  const content = canonical({ seq: proof.seq, payload: proof.payload });
  const found = createHash("sha256").update(proof.previous_hash + content, "utf8").digest("hex");
  console.log(`${found} ${proof.hash}`);
}
