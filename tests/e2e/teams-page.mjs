import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { answerOffline } from './fonts.mjs';

const patience = 30_000;
const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const outsideTheSidebar = ':not([role=treeitem] *)';

/** The Playground's page, as the person in front of it uses it: chats, messages and cards, found by what they show. */
export class TeamsPage {
  static async open(url, { timeZone, viewport = { width: 1280, height: 1000 } }) {
    const profile = await mkdtemp(join(tmpdir(), 'teams-profile-'));
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args: browserFlags,
      locale: 'en-US',
      timezoneId: timeZone,
      viewport,
      deviceScaleFactor: 2,
    });
    const teams = new TeamsPage(browser, profile);
    try {
      await teams.#load(url);
      return teams;
    } catch (error) {
      await teams.close();
      throw error;
    }
  }

  constructor(browser, profile) {
    this.browser = browser;
    this.profile = profile;
    this.page = browser.pages()[0];
    this.page.setDefaultTimeout(patience);
  }

  openPersonalChat() {
    return this.#openChat('Personal Chat');
  }

  openChannel(name) {
    return this.#openChat(new RegExp(`- ${escaped(name)}$`));
  }

  async say(text) {
    await this.#composer().click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** In a channel the bot hears only messages that mention it. */
  async sayToBot(text) {
    await this.#composer().click();
    await this.page.keyboard.type('@');
    await this.page.getByRole('menuitem', { name: 'FollowUpBot' }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.page.keyboard.press('Enter');
  }

  waitForText(text) {
    return this.page.getByText(text).and(this.page.locator(outsideTheSidebar)).last().waitFor();
  }

  /** The lowest card on the page that shows all of these texts, once it is there. */
  async card(...texts) {
    const card = texts.reduce((cards, hasText) => cards.filter({ hasText }), this.page.locator('.ac-adaptiveCard')).last();
    await card.waitFor();
    return new ShownCard(card);
  }

  /** The same, for what takes its time. */
  async cardWithin(milliseconds, ...texts) {
    const card = texts.reduce((cards, hasText) => cards.filter({ hasText }), this.page.locator('.ac-adaptiveCard')).last();
    await card.waitFor({ timeout: milliseconds });
    return new ShownCard(card);
  }

  /** Everything the open chat shows. */
  transcript() {
    return this.page.locator('body').innerText();
  }

  async screenshot(path) {
    await this.page.evaluate(() => document.activeElement.blur());
    await this.page.screenshot({ path, animations: 'disabled' });
  }

  async close() {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true });
  }

  async #load(url) {
    const { hostname } = new URL(url);
    await this.page.route(asked => asked.hostname !== hostname, answerOffline);
    await this.page.goto(url);
    await this.page.getByRole('button', { name: 'Hide log panel' }).click();
  }

  async #openChat(name) {
    await this.page.getByRole('treeitem', { name }).click();
    await this.#composer().waitFor();
  }

  /** A channel shows the box for a new post above its threads; a chat has only one box. */
  #composer() {
    return this.page.locator('[data-lexical-editor=true]').first();
  }
}

/** A card on the page. It stays the same place when its content is replaced. */
class ShownCard {
  constructor(locator) {
    this.locator = locator;
  }

  text() {
    return this.locator.innerText();
  }

  /** Waits until it shows the text. */
  shows(text) {
    return this.locator.getByText(text).first().waitFor();
  }

  async type(label, text) {
    await this.#input('textbox', label).fill(text);
  }

  async choose(label, title) {
    await this.#input('combobox', label).click();
    await this.locator.page().getByRole('option', { name: title }).click();
  }

  /** What a text input or a drop-down list holds now. */
  async value(label) {
    const input = this.#input('textbox', label).or(this.#input('combobox', label)).first();
    return input.evaluate(element => element.value ?? element.innerText);
  }

  /** Waits until an input holds the text, so that an update under way does not wipe out what is typed next. */
  async holds(label, text) {
    const end = Date.now() + patience;
    while ((await this.value(label)) !== text) {
      if (Date.now() > end) throw new Error(`"${label}" holds "${await this.value(label)}", not "${text}".`);
      await setTimeout(100);
    }
  }

  async press(title) {
    await this.#button(title).last().click();
  }

  /** The titles of its buttons, from top to bottom. */
  buttons() {
    return this.locator.getByRole('button').allInnerTexts();
  }

  async screenshot(path) {
    await this.locator.screenshot({ path, animations: 'disabled' });
  }

  #input(role, label) {
    return this.locator.getByRole(role, { name: new RegExp(`^${escaped(label)}`) });
  }

  #button(title) {
    return this.locator.getByRole('button', { name: title, exact: true });
  }
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
