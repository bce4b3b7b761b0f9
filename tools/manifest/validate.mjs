// Checks a Teams app package against the schema of its own version, offline: node validate.mjs FollowUpBot.zip
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';

const files = unzipSync(readFileSync(process.argv[2]));
const manifest = JSON.parse(Buffer.from(files['manifest.json']).toString('utf8'));
const schemas = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');
// The published schema escapes a bell character in a way that JavaScript's regular expressions do not take.
const text = readFileSync(join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json'), 'utf8').replace(/\\\\a/g, '\\\\x07');
const schema = JSON.parse(text);
const Validator = schema.$schema?.includes('2020-12') ? Ajv2020.default : Ajv04.default;
const ajv = new Validator({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv, ['uri', 'email', 'regex']);
const check = ajv.compile(schema);
const problems = check(manifest) ? [] : check.errors.map(error => `${error.instancePath || '/'} ${error.message}`);
for (const [icon, side] of [['color', 192], ['outline', 32]]) {
  const png = Buffer.from(files[manifest.icons[icon]] ?? []);
  if (png.length < 24 || png.readUInt32BE(16) !== side || png.readUInt32BE(20) !== side) problems.push(`icons.${icon} is not ${side} by ${side}`);
}
console.log(problems.length ? problems.join('\n') : `Valid: schema ${manifest.manifestVersion}`);
process.exit(problems.length ? 1 : 0);
