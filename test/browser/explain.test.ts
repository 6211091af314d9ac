/** The page that `ribozyme explain --html` writes, opened from the disk with no network. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ribozyme } from '../commands/command.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const seconds = 1000;

const source = `#include <math.h>
double settle(double *x, int n, int steps, double target) {
  double s = 0;
  for (int t = 0; t < steps; t++)
    for (int i = 0; i < n; i++) x[i] = sin(x[i]) * target;
  for (int i = 0; i < n; i++) if (s < 1 && i > 0) s += x[i] * x[i];
  return s;
}
`;

let folder: string;
let browser: Browser;
let page: Page;
const failures: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install chromium, or name another with CHROMIUM`);
  folder = mkdtempSync(join(tmpdir(), 'ribozyme-page-'));
  writeFileSync(join(folder, 'settle.c'), source);
  const { status, stderr } = await ribozyme(folder, ['explain', '--html', 'settle.html', 'settle.c', 'settle']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const context = await browser.newContext({ offline: true });
  page = await context.newPage();
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, 'settle.html')).href);
}, 240 * seconds);

afterAll(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const line = (number: number) => page.locator(`details[data-line$=":${number}"]`);
const heatOf = (number: number): Promise<number> => line(number).locator('summary').evaluate((each) => Number(getComputedStyle(each).getPropertyValue('--heat')));

test('the source is there, and needs nothing else', async () => {
  expect(await page.title()).toBe('What the gradient of settle keeps');
  expect(await page.locator('code', { hasText: 'x[i] = sin(x[i]) * target;' }).count()).toBe(1);
  expect(await page.locator('code', { hasText: 'if (s < 1 && i > 0)' }).count()).toBe(1);
  expect(requests).toEqual([page.url()]);
  expect(failures).toEqual([]);
});

test('bytes and heat follow the values of the variables', async () => {
  const bytes = (): Promise<string> => line(5).locator('.bytes').innerText();
  await page.locator('[data-variable="n"]').fill('10');
  await page.locator('[data-variable="steps"]').fill('3');
  expect(await bytes()).toBe('480 B'); // x[i] and sin(x[i]) for each of 30 iterations
  await page.locator('[data-variable="steps"]').fill('3000');
  expect(await bytes()).toBe('480 kB');
  expect(await heatOf(5)).toBeGreaterThan(0.5);
  const background = await line(5).locator('summary').evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(background).toMatch(/^rgba\(255, 90, 0, 0\.[5-9]/);
  await page.locator('[data-variable="n"]').fill('0');
  expect(await bytes()).toBe('0 B');
  expect(await heatOf(5)).toBe(0);
});

test('a line opens and says why', async () => {
  expect(await line(5).locator('ul').isVisible()).toBe(false);
  await line(5).locator('summary').click();
  expect(await line(5).locator('ul').innerText()).toMatch(/`sin` costs more than keeping its result/);
  expect(failures).toEqual([]);
});
