// Pictures of cards: node render.mjs [folder of card JSON, default artifacts/cards] [folder of pictures, default the same]
// Each <name>.json becomes <name>-light.png and <name>-dark.png. Nothing is fetched from anywhere while rendering.
import { readFileSync, readdirSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { hostConfig, styleSheet, themes } from './teams.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cards = resolve(process.argv[2] ?? join(here, '../../artifacts/cards'));
const pictures = resolve(process.argv[3] ?? cards);
const script = path => readFileSync(join(here, 'node_modules', path), 'utf8');

const names = readdirSync(cards).filter(file => file.endsWith('.json')).map(file => basename(file, '.json')).sort();
if (names.length === 0) throw new Error(`There is no card in ${cards}; dotnet test --filter CardGallery writes them.`);
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const [themeName, theme] of Object.entries(themes)) {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.route('**', route => route.abort());
    await page.setContent('<div id="card"></div>');
    await page.addStyleTag({ content: styleSheet(theme) });
    await page.addScriptTag({ content: script('adaptivecards/dist/adaptivecards.min.js') });
    await page.addScriptTag({ content: script('markdown-it/dist/browser/markdown-it.umd.min.js') });
    for (const name of names) {
      const card = JSON.parse(readFileSync(join(cards, `${name}.json`), 'utf8'));
      // A channel gives a full-width card more room than a chat gives any card.
      await page.setViewportSize({ width: card.msteams?.width === 'Full' ? 760 : 520, height: 400 });
      await page.evaluate(show, { card, config: hostConfig(theme) });
      const path = join(pictures, `${name}-${themeName}.png`);
      await page.locator('#card').screenshot({ path });
      console.log(path);
    }
    await page.close();
  }
} finally {
  await browser.close();
}

/** Runs in the page. */
function show({ card, config }) {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  const rendered = new AdaptiveCards.AdaptiveCard();
  rendered.hostConfig = new AdaptiveCards.HostConfig(config);
  rendered.parse(card);
  document.getElementById('card').replaceChildren(rendered.render());
}
