/**
 * A stand-in for the shop while working on the pages: serves dist/ and the parts of API v1 that the pages use, and replays
 * the last day of the sample. Not part of the product. Usage: node dev/server.mjs [port] [folder of the sample]
 *
 * The scenario is the query of POST /dev/scenario?name=normal|empty|stale|differences|never|lost|first.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocuments, snapshotOf } from './sample.mjs'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const metrics = fileURLToPath(new URL('../../contracts/src/main/resources/io/storehouse/contracts/metrics.json', import.meta.url))
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
// as strict as the shop
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
const DATE = '2011-09-30'

export async function startServer(port, samples) {
  const documents = await readDocuments(join(samples, '2011-09.csv.gz'))
  const ofDay = documents.filter((document) => document.at.startsWith(DATE)).length
  const state = { scenario: 'normal', count: ofDay - 25, attempts: 0, signedIn: new Set(), streams: new Set() }
  const push = () => {
    if (state.scenario !== 'stale') state.count = state.count >= ofDay ? ofDay - 40 : state.count + 1
    for (const stream of state.streams) stream.write(`event: live\ndata: ${JSON.stringify(snapshot())}\n\n`)
  }
  const snapshot = () => {
    const count = { empty: 0, first: 1 }[state.scenario] ?? state.count
    return snapshotOf(documents, DATE, count, scenarios[state.scenario]?.() ?? scenarios.normal())
  }
  const server = createServer((request, response) => {
    handle(request, response, state, snapshot).catch((cause) => problem(response, 500, 'internal', String(cause)))
  })
  const timer = setInterval(push, Number(process.env['PUSH_EVERY_MS'] ?? 1_500))
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      clearInterval(timer)
      server.closeAllConnections()
      server.close()
    },
  }
}

const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const scenarios = {
  normal: () => ({ reconciliation: { exact: true, compared: 2317, differences: 0, at: minutesAgo(4) } }),
  stale: () => ({ secondsBehind: 48.2, stale: true, reconciliation: { exact: true, compared: 2317, differences: 0, at: minutesAgo(65) } }),
  differences: () => ({ reconciliation: { exact: false, compared: 2317, differences: 3, at: minutesAgo(1) } }),
  never: () => ({ reconciliation: null }),
  first: () => ({ previous: null }),
  empty: () => ({ secondsBehind: 0 }),
}

async function handle(request, response, state, snapshot) {
  const address = new URL(request.url, 'http://localhost')
  const route = `${request.method} ${address.pathname}`
  if (route === 'POST /dev/scenario') return setScenario(address, response, state)
  if (!address.pathname.startsWith('/api/')) return page(address.pathname, response)
  if (state.scenario === 'lost') return request.socket.destroy()
  const cookies = Object.fromEntries((request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=')))
  if (!cookies['XSRF-TOKEN']) response.setHeader('Set-Cookie', 'XSRF-TOKEN=dev-token; Path=/; SameSite=Strict')
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'dev-token') return problem(response, 403, 'csrf', 'No security token')
  if (route === 'POST /api/v1/session') return signIn(request, response, state)
  if (!state.signedIn.has(cookies['SESSION'])) return problem(response, 401, 'unauthenticated', 'Sign in first')
  if (route === 'GET /api/v1/session') return json(response, { username: 'owner', roles: ['owner'], stores: null, permissions: [] })
  if (route === 'DELETE /api/v1/session') return signOut(response, state, cookies['SESSION'])
  if (route === 'GET /api/v1/live') return json(response, snapshot())
  if (route === 'GET /api/v1/live/events') return events(request, response, state, snapshot)
  if (route === 'GET /api/v1/stores') return json(response, snapshot().stores.map(({ code }) => ({ code, name: code, timeZone: 'Europe/London', currency: 'GBP', dayStart: '00:00', cashRounding: null, pricesIncludeTax: true, taxRounding: 'line' })))
  if (route === 'GET /api/v1/metrics') return json(response, JSON.parse(await readFile(metrics, 'utf8')))
  return problem(response, 404, 'not-found', address.pathname)
}

function setScenario(address, response, state) {
  state.scenario = address.searchParams.get('name') ?? 'normal'
  state.attempts = 0
  for (const stream of state.streams) stream.destroy()
  json(response, { scenario: state.scenario })
}

async function signIn(request, response, state) {
  let body = ''
  for await (const chunk of request) body += chunk
  if (++state.attempts > 5) {
    response.setHeader('Retry-After', '42')
    return problem(response, 429, 'too-many-attempts', 'Too many attempts')
  }
  if (JSON.parse(body).password !== 'dev') return problem(response, 401, 'bad-credentials', 'Wrong user name or password')
  state.attempts = 0
  const session = `s${state.signedIn.size + 1}`
  state.signedIn.add(session)
  response.appendHeader('Set-Cookie', `SESSION=${session}; Path=/; HttpOnly; SameSite=Strict`)
  response.writeHead(204).end()
}

function signOut(response, state, session) {
  state.signedIn.delete(session)
  response.writeHead(204).end()
}

function events(request, response, state, snapshot) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(`event: live\ndata: ${JSON.stringify(snapshot())}\n\n`)
  state.streams.add(response)
  request.on('close', () => state.streams.delete(response))
}

async function page(path, response) {
  const file = join(dist, normalize(path === '/' ? '/index.html' : path))
  try {
    const content = await readFile(file)
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy }).end(content)
  } catch {
    problem(response, 404, 'not-found', path)
  }
}

function json(response, body) {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

function problem(response, status, code, detail) {
  if (response.headersSent) return
  response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ type: `urn:storehouse:problem:${code}`, title: code, status, detail, instance: '/', code }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = '5180', samples = fileURLToPath(new URL('../../samples/online-retail', import.meta.url))] = process.argv.slice(2)
  const server = await startServer(Number(port), samples)
  console.log(`${server.url}/#/live  (user owner, password dev)`)
}
