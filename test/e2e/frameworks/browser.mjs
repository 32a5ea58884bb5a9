// What a page shows in headless Chromium.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns the text of `#shown` (or of the body), once it no longer says "loading" */
export async function textOf(url) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error.message)));
    for (let tries = 0; ; tries++) {
      try {
        await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
        break;
      } catch (error) {
        if (tries > 40) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
    await page.waitForFunction(
      () => {
        const shown = document.querySelector('#shown');
        return shown !== null && shown.textContent !== '' && !shown.textContent.includes('loading');
      },
      undefined,
      { timeout: 20_000 },
    );
    const text = await page.evaluate(() => document.querySelector('#shown').textContent.replace(/\s+/g, ' ').trim());
    if (errors.length > 0) throw new Error(`the page threw: ${errors.join('; ')}`);
    return text;
  } finally {
    await browser.close();
  }
}
