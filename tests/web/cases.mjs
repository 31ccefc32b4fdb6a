// The questions and the answers of the Python package, and how answers are compared: see tests/python/boundary_cases.py.
import { readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

export const path = (name) => new URL(name, root);
export const { deals, cases } = JSON.parse(await readFile(path("build/web/cases.json"), "utf8"));

/** Where an answer is not what was expected: numbers to `tolerance`, all else exactly. Fields that the answer has more are no difference. */
export function differences(expected, answered, tolerance, at = "") {
  if (typeof expected === "number" && typeof answered === "number")
    return Math.abs(expected - answered) <= tolerance * Math.max(1, Math.abs(expected)) ? [] : [`${at}: ${expected} is expected, ${answered} is answered`];
  if (Array.isArray(expected) && Array.isArray(answered) && expected.length !== answered.length) return [`${at}: ${expected.length} are expected, ${answered.length} are answered`];
  if (expected && answered && typeof expected === "object" && typeof answered === "object")
    return Object.entries(expected).flatMap(([key, value]) => (key in answered ? differences(value, answered[key], tolerance, `${at}/${key}`) : [`${at}/${key} is missing`]));
  return expected === answered ? [] : [`${at}: ${JSON.stringify(expected)} is expected, ${JSON.stringify(answered)} is answered`];
}

export const nameOf = ({ deal, call, fields }) => `${deal.split("/").at(-1)}: ${call} ${JSON.stringify(fields)}`;
