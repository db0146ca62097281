/* Lighthouse on many pages with one Chromium: `node lighthouse.mjs CHROMIUM FLAGS_AS_JSON` reads one address a line and writes one JSON
   a line: what the report says of it. Mobile, with Lighthouse's own simulated slow phone and network. */
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromium, flags] = process.argv.slice(2);
const chrome = await launch({ chromePath: chromium, chromeFlags: JSON.parse(flags), logLevel: "silent" });
process.on("SIGTERM", () => { chrome.kill(); process.exit(1); });
try {
  for await (const line of createInterface({ input: process.stdin })) {
    const address = line.trim();
    if (!address) continue;
    let found;
    try {
      const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "silent", disableFullPageScreenshot: true, onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
      const score = (name) => (lhr.categories[name].score === null ? null : Math.round(100 * lhr.categories[name].score));
      const number = (name) => lhr.audits[name]?.numericValue ?? null;
      const failed = Object.values(lhr.categories).flatMap((category) => category.auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map(({ id }) => id));
      found = {
        performance: score("performance"), accessibility: score("accessibility"), practices: score("best-practices"), seo: score("seo"),
        lcp: number("largest-contentful-paint"), tbt: number("total-blocking-time"), cls: number("cumulative-layout-shift"),
        failed, error: lhr.runtimeError?.message ?? "",
      };
    } catch (error) {
      found = { error: String(error.message || error) };
    }
    process.stdout.write(JSON.stringify({ address, ...found }) + "\n");
  }
} finally {
  await chrome.kill();
}
