/** Takes pictures of the pages against the stand-in server. Usage: node dev/pictures.mjs <folder> [folder of the sample] [only, a part of the names] */
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser } from './browser.mjs'
import { startServer } from './server.mjs'

const SIZES = { desk: [1440, 900], wall: [1920, 1080], phone: [390, 844] }
const SHOTS = [
  ['desk-en-dark', 'desk', 'en', 'dark', 'normal'],
  ['desk-zh-light', 'desk', 'zh-CN', 'light', 'normal'],
  ['wall-zh-dark', 'wall', 'zh-CN', 'dark', 'normal'],
  ['wall-en-light', 'wall', 'en', 'light', 'normal'],
  ['phone-en-dark', 'phone', 'en', 'dark', 'normal'],
  ['phone-zh-light', 'phone', 'zh-CN', 'light', 'normal'],
  ['desk-zh-empty', 'desk', 'zh-CN', 'dark', 'empty'],
  ['phone-en-empty', 'phone', 'en', 'light', 'empty'],
  ['desk-en-stale', 'desk', 'en', 'dark', 'stale'],
  ['desk-zh-differences', 'desk', 'zh-CN', 'dark', 'differences'],
  ['desk-en-never', 'desk', 'en', 'light', 'never'],
  ['desk-zh-first', 'desk', 'zh-CN', 'light', 'first'],
]

const [folder, samples = fileURLToPath(new URL('../../samples/online-retail', import.meta.url)), only = ''] = process.argv.slice(2)
if (!folder) throw new Error('Usage: node dev/pictures.mjs <folder> [folder of the sample] [only]')
await mkdir(folder, { recursive: true })
const profile = await mkdtemp(join(tmpdir(), 'storehouse-pictures-'))
const server = await startServer(0, samples)
const browser = await openBrowser(profile)

async function signIn(page) {
  await page.goto(`${server.url}/?lang=en`)
  await page.getByLabel('Password', { exact: true }).fill('dev')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/live/)
}

try {
  const page = browser.pages()[0] ?? (await browser.newPage())
  page.on('console', (message) => message.type() === 'error' && console.error('console:', message.text()))
  page.on('pageerror', (cause) => console.error('page:', cause.message))
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${server.url}/?lang=zh-CN&theme=dark`)
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, 'login-zh.png') })
  await signIn(page)
  for (const [name, size, language, theme, scenario] of SHOTS.filter(([name]) => name.includes(only))) {
    const [width, height] = SIZES[size]
    await page.setViewportSize({ width, height })
    await fetch(`${server.url}/dev/scenario?name=${scenario}`, { method: 'POST' })
    await page.goto(`${server.url}/?lang=${language}&theme=${theme}`)
    await page.waitForTimeout(2_200)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: size === 'phone' })
  }
  await fetch(`${server.url}/dev/scenario?name=lost`, { method: 'POST' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: join(folder, 'desk-lost.png') })
} finally {
  await browser.close()
  server.close()
  await rm(profile, { recursive: true, force: true })
}
