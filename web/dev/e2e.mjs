/** The built pages in a real browser against the stand-in server: npm run build && npm run e2e. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { openBrowser } from './browser.mjs'
import { startServer } from './server.mjs'

const samples = process.env['STOREHOUSE_SAMPLE'] ?? fileURLToPath(new URL('../../samples/online-retail', import.meta.url))
const errors = []
let profile, server, browser, page

before(async () => {
  profile = await mkdtemp(join(tmpdir(), 'storehouse-e2e-'))
  server = await startServer(0, samples)
  browser = await openBrowser(profile)
  page = browser.pages()[0] ?? (await browser.newPage())
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (cause) => errors.push(cause.message))
  page.on('console', (message) => message.text().includes('Content Security Policy') && errors.push(message.text()))
})

after(async () => {
  await browser?.close()
  server?.close()
  await rm(profile, { recursive: true, force: true })
})

async function play(scenario) {
  await fetch(`${server.url}/dev/scenario?name=${scenario}`, { method: 'POST' })
}

async function violations() {
  // a mark of a change fades away: its colours are not judged half-way
  await page.addStyleTag({ content: '*,*::before,*::after{animation:none!important;transition:none!important}' })
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`))
}

describe('signing in', () => {
  it('refuses a wrong password in words, and is accessible then', async () => {
    for (const theme of ['dark', 'light']) {
      await play('normal')
      await page.goto(`${server.url}/?lang=en&theme=${theme}`)
      await page.getByLabel('Password', { exact: true }).fill('wrong')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').filter({ hasText: 'not right' }).waitFor()
      assert.deepEqual(await violations(), [])
    }
  })

  it('opens the live page', async () => {
    await page.getByLabel('Password', { exact: true }).fill('dev')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Cumulative net sales' }).waitFor()
  })
})

describe('the live page', () => {
  beforeEach(() => play('normal'))

  for (const [language, theme, scenario] of [['en', 'dark', 'normal'], ['zh-CN', 'light', 'differences'], ['en', 'light', 'stale'], ['zh-CN', 'dark', 'never'], ['zh-CN', 'light', 'empty'], ['en', 'dark', 'empty']])
    it(`is accessible: ${language}, ${theme}, ${scenario}`, async () => {
      await play(scenario)
      await page.goto(`${server.url}/?lang=${language}&theme=${theme}`)
      await page.locator('h2').first().waitFor()
      assert.deepEqual(await violations(), [])
      assert.equal(await page.locator('html').getAttribute('lang'), language)
    })

  it('fits a desk and a wall without scrolling, and a phone without scrolling sideways', async () => {
    for (const [width, height] of [[1440, 900], [1920, 1080], [390, 844]]) {
      await page.setViewportSize({ width, height })
      await page.goto(`${server.url}/?lang=en`)
      await page.getByRole('list', { name: 'Latest orders' }).waitFor()
      const [wide, high] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
      assert.ok(wide <= width, `${width}: scrolls sideways to ${wide}`)
      if (width > 1000) assert.ok(high <= height, `${width}×${height}: scrolls down to ${high}`)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('moves by itself, says that the connection is lost, and comes back', async () => {
    await page.goto(`${server.url}/?lang=en`)
    const first = page.getByRole('list', { name: 'Latest orders' }).getByRole('listitem').first()
    const before = await first.textContent()
    await page.waitForFunction((old) => document.querySelector('.ticker li')?.textContent !== old, before)
    await play('lost')
    await page.getByRole('button', { name: /Connection lost/ }).waitFor()
    await play('normal')
    await page.getByRole('button', { name: /^Live/ }).waitFor()
  })

  it('explains a metric to the keyboard', async () => {
    await page.goto(`${server.url}/?lang=en`)
    await page.getByRole('button', { name: 'Net sales' }).focus()
    await page.getByRole('tooltip').filter({ hasText: 'discounts − returns' }).waitFor()
  })

  it('opens help with ? and full screen with f', async () => {
    await page.goto(`${server.url}/?lang=en`)
    await page.getByRole('list', { name: 'Stores' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Help' }).waitFor()
    assert.deepEqual(await violations(), [])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('f')
    await page.getByRole('navigation', { name: 'Page controls' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('f')
    await page.getByRole('navigation', { name: 'Page controls' }).waitFor()
  })

  it('switches the language and keeps it', async () => {
    await page.goto(`${server.url}/?lang=en`)
    await page.goto(`${server.url}/`)
    await page.getByRole('button', { name: '切换到中文' }).click()
    await page.getByRole('heading', { name: '累计净销售额' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '累计净销售额' }).waitFor()
  })

  it('raised no error and broke no rule of the content security policy', () => assert.deepEqual(errors, []))
})
