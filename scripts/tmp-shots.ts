import sharp from 'sharp';
import { mkdirSync } from 'node:fs';
import { withBuiltSite } from './pictures/with-built-site.ts';

// node scripts/tmp-shots.ts out-name widths themes path...   → /tmp/shots/name-<width>-<theme>.png tiles of 2000px high
const [name, widths, themes, ...paths] = process.argv.slice(2);
mkdirSync('/tmp/shots', { recursive: true });
await withBuiltSite('dist', async (browser, url) => {
  for (const path of paths)
    for (const width of widths!.split(',').map(Number))
      for (const theme of themes!.split(',')) {
        const page = await browser.newPage({
          viewport: { width, height: path.includes('/screen/') ? Math.round((width * 9) / 16) : 900 },
          colorScheme: theme as 'light',
          reducedMotion: 'reduce',
        });
        await page.goto(url.replace(/\/$/, '') + path);
        await page.waitForTimeout(400);
        const png = await page.screenshot({ fullPage: true });
        const image = sharp(png);
        const { height = 0 } = await image.metadata();
        // columns side by side
        const tile = width < 500 ? 2200 : width < 1000 ? 2000 : 1800;
        const columns = Math.ceil(height / tile);
        const per = width < 500 ? 5 : width < 1000 ? 3 : width < 1500 ? 2 : 1;
        for (let sheet = 0; sheet * per < columns; sheet++) {
          const parts = [];
          for (let at = sheet * per; at < Math.min(columns, (sheet + 1) * per); at++) {
            const top = at * tile;
            const h = Math.min(tile, height - top);
            parts.push({ input: await sharp(png).extract({ left: 0, top, width, height: h }).toBuffer(), left: (at - sheet * per) * (width + 20), top: 0 });
          }
          const file = `/tmp/shots/${name}${path.replaceAll(/[^a-z0-9-]/gi, '_')}-${width}-${theme}-${sheet}.png`;
          await sharp({ create: { width: parts.length * (width + 20), height: Math.min(tile, height), channels: 3, background: '#f0f' } }).composite(parts).png().toFile(file);
          console.log(file, height);
        }
        await page.close();
      }
});
