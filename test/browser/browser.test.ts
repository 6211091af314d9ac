/** The package as it is published, in a browser: a page differentiates the C function that a user types into it. */
import { existsSync } from 'node:fs';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '../support/tool.js';
import { serve } from './server.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const launchArguments = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const seconds = 1000;

let browser: Browser;
let page: Page;
let server: Awaited<ReturnType<typeof serve>>;
let failures: string[];

beforeAll(async () => {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install chromium, or name another with CHROMIUM`);
  if (!existsSync(`${root}/dist/runtime/index.js`)) throw new Error('dist/ is missing: run `npm run build` first');
  server = await serve(root);
  browser = await chromium.launch({ executablePath, args: launchArguments });
}, 120 * seconds);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  failures = [];
  page = await browser.newPage();
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`${server.origin}/test/browser/page.html`);
  return () => page.close();
});

/** Types a function and presses the button, as a user would. */
async function differentiate(source: string, name: string, args: string): Promise<{ status: string; value: unknown; gradient: unknown; error: string }> {
  await page.getByText('ready').waitFor({ timeout: 60 * seconds });
  await page.locator('#source').fill(source);
  await page.locator('#function').fill(name);
  await page.locator('#arguments').fill(args);
  await page.locator('#differentiate').click();
  await page.getByText(/^(done|failed)$/).waitFor({ timeout: 120 * seconds });
  const [status = '', value = '', gradient = '', error = ''] = await Promise.all(
    ['#status', '#value', '#gradient', '#error'].map((id) => page.locator(id).innerText()));
  return { status, value: value === '' ? undefined : JSON.parse(value), gradient: gradient === '' ? undefined : JSON.parse(gradient), error };
}

test('a function of two numbers', async () => {
  const source = 'double rosenbrock(double x, double y) { return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x); }';
  expect(await differentiate(source, 'rosenbrock', '[1, 2]')).toEqual({ status: 'done', value: 100, gradient: [-400, 200], error: '' });
  expect(failures).toEqual([]);
}, 240 * seconds);

test('what was compiled before, without the compiler', async () => {
  const source = 'double cube(double x) { return x * x * x; }';
  const expected = { status: 'done', value: 8, gradient: [12], error: '' };
  expect(await differentiate(source, 'cube', '[2]')).toEqual(expected);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  expect(await differentiate(source, 'cube', '[2]')).toEqual(expected);
  await page.reload();
  expect(await differentiate(source.replace('x * x', 'x'), 'cube', '[2]')).toMatchObject({ status: 'failed' });
}, 240 * seconds);

test('a function of an array, with the C library', async () => {
  const source = `#include <math.h>
    double energy(const double *x, int n) { double sum = 0; for (int i = 0; i < n; i++) sum += exp(x[i]) * x[i]; return sum; }`;
  const { value, gradient } = await differentiate(source, 'energy', '[[0, 1, -1], 3]');
  expect(value).toBeCloseTo(Math.E - 1 / Math.E, 12);
  expect(gradient).toEqual([[1, expect.closeTo(2 * Math.E, 12), expect.closeTo(0, 12)]]);
}, 240 * seconds);

test('a mistake in the source is shown as clang sees it', async () => {
  const { status, error } = await differentiate('double f(double x) { return y; }', 'f', '[1]');
  expect(status).toBe('failed');
  expect(error).toContain("use of undeclared identifier 'y'");
}, 240 * seconds);
