// Copies the files named under "vendored" in package.json out of node_modules into
// static/vendor/NAME-VERSION/, untouched and without the folder they are packed in ("dist/").
// Folders of other versions are removed, so what lies there is always what package.json says.
// Run it with `make vendor`.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const target = join(root, "static", "vendor");
const manifest = readJson(join(root, "package.json"));

mkdirSync(target, { recursive: true });
const kept = Object.entries(manifest.vendored).map(([name, files]) => vendor(name, files));
for (const folder of readdirSync(target)) {
  if (!kept.includes(folder)) rmSync(join(target, folder), { recursive: true });
}

function vendor(name, files) {
  const source = join(root, "node_modules", name);
  const { version } = readJson(join(source, "package.json"));
  if (version !== manifest.devDependencies[name]) {
    throw new Error(`${name}: ${version} is installed, package.json asks for another version`);
  }
  if (!files.some((file) => existsSync(join(source, file)) && /licen[cs]e/i.test(basename(file)))) {
    throw new Error(`${name}: no licence among the files to copy`);
  }
  // The scope only says who packs the files: @fontsource-variable/inter is Inter.
  const folder = `${basename(name)}-${version}`;
  rmSync(join(target, folder), { recursive: true, force: true });
  for (const file of files) {
    cpSync(join(source, file), join(target, folder, file.replace(/^[^/]+\//, "")));
  }
  return folder;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
