// The types of a deal file, from its JSON Schema: node scripts/deal-types.mjs [--check]
import { readFile, writeFile } from "node:fs/promises";

const schemaFile = new URL("../../docs/deal.schema.json", import.meta.url);
const typesFile = new URL("../src/deal-file.ts", import.meta.url);

/** @param {string} name "team_member" → "TeamMember" */
const typeName = (name) => name.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase());

const described = (schema, indent) => (schema.description ? `${indent}/** ${schema.description.replaceAll("*/", "*\\/")} */\n` : "");

function members(schema, indent) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties)
    .map(([name, property]) => `${described(property, indent)}${indent}${name}${required.has(name) ? "" : "?"}: ${type(property, indent)};\n`)
    .join("");
}

function type(schema, indent = "") {
  if (schema.$ref) return typeName(schema.$ref.split("/").at(-1));
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(" | ");
  if (schema.properties) return `{\n${members(schema, indent + "  ")}${indent}}`;
  if (schema.oneOf) return schema.oneOf.map((one) => type(one, indent)).join(" | ");
  switch (schema.type) {
    case "string":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "array":
      if (schema.prefixItems) return `[${schema.prefixItems.map((item) => type(item, indent)).join(", ")}]`;
      return `(${type(schema.items, indent)})[]`;
    case "object":
      return `Record<string, ${type(schema.additionalProperties, indent)}>`;
    default:
      throw new Error(`a schema that is not understood: ${JSON.stringify(schema)}`);
  }
}

const schema = JSON.parse(await readFile(schemaFile, "utf8"));
const named = Object.entries(schema.$defs).map(([name, definition]) => `export interface ${typeName(name)} {\n${members(definition, "  ")}}\n`);
const text = [
  "// Made from docs/deal.schema.json by scripts/deal-types.mjs; not to be edited.\n",
  `/** A deal file. */\nexport interface DealFile {\n${members(schema, "  ")}}\n`,
  ...named,
]
  .join("\n")
  .replace(/\((\w+)\)\[\]/g, "$1[]");

if (process.argv.includes("--check")) {
  if ((await readFile(typesFile, "utf8")) !== text) throw new Error("src/deal-file.ts is not up to date: run scripts/deal-types.mjs");
} else {
  await writeFile(typesFile, text);
}
