// Brotli for `compress.py`: reads [[from, to, quality], …] as JSON on its input and writes each `to`.
import fs from "node:fs";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib.constants;

await Promise.all(JSON.parse(fs.readFileSync(0, "utf8")).map(async ([from, to, quality]) => {
  const data = fs.readFileSync(from);
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: data.length };
  fs.writeFileSync(to, await brotli(data, { params }));
}));
