/** One business date of the sample file as the shop's live view would tell it, up to a moment of that day. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

const PLACES = 4

/** Reads a month (yyyy-MM.csv.gz) of the sample into documents, oldest first. */
export async function readDocuments(file) {
  const documents = new Map()
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  for await (const line of lines) addRow(documents, columns(line))
  return [...documents.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function addRow(documents, [invoice, code, name, quantity, at, price, , country]) {
  const kind = /^\d+$/.test(invoice) ? 'sale' : invoice?.startsWith('C') ? 'return' : null
  const pieces = Number(quantity)
  const each = scaled(price)
  if (!kind || each <= 0n || (kind === 'sale') !== pieces > 0) return
  const document = documents.get(invoice) ?? { number: invoice, kind, at, store: country, amount: 0n, lines: [] }
  const amount = each * BigInt(Math.abs(pieces))
  document.amount += amount
  document.lines.push({ sku: code.toUpperCase(), name: name.trim(), pieces: Math.abs(pieces), amount })
  documents.set(invoice, document)
}

/** The snapshot of a date's documents recorded so far. */
export function snapshotOf(documents, date, count, extra = {}) {
  const ofDay = documents.filter((document) => document.at.startsWith(date))
  const shown = ofDay.slice(0, count)
  const previous = [...new Set(documents.map((document) => document.at.slice(0, 10)))].filter((day) => day < date).at(-1)
  const sales = shown.filter((document) => document.kind === 'sale')
  const gross = sum(sales)
  const returned = sum(shown) - gross
  const net = gross - returned
  return {
    businessDate: shown.length ? date : null,
    isToday: false,
    currency: 'GBP',
    net: text(net),
    gross: text(gross),
    returned: text(returned),
    orders: sales.length,
    returns: shown.length - sales.length,
    units: `${sales.flatMap((sale) => sale.lines).reduce((pieces, line) => pieces + line.pieces, 0)}.000`,
    aov: sales.length ? text(net / BigInt(sales.length)) : null,
    curve: curveOf(shown),
    previous: previous ? { businessDate: previous, curve: curveOf(documents.filter((document) => document.at.startsWith(previous))) } : null,
    stores: storesOf(shown),
    topSkus: skusOf(shown),
    ticker: shown.slice(-20).reverse().map(tickerEntry),
    secondsBehind: 0.4,
    stale: false,
    asOf: new Date().toISOString(),
    reconciliation: null,
    ...extra,
  }
}

function tickerEntry(document, index) {
  return {
    id: `00000000-0000-5000-8000-${document.number.replace('C', '9').padStart(12, '0')}`,
    number: document.number,
    kind: document.kind,
    store: document.store,
    recordedAt: new Date(Date.now() - index * 1_700).toISOString(),
    amount: text(document.amount),
    lines: document.lines.length,
  }
}

function curveOf(documents) {
  const points = new Map()
  let net = 0n
  for (const document of documents) {
    net += signed(document)
    points.set(document.at.slice(11, 16), net)
  }
  return [...points].map(([time, value]) => ({ time, net: text(value) }))
}

function storesOf(documents) {
  const stores = new Map()
  for (const document of documents) {
    const store = stores.get(document.store) ?? { code: document.store, name: document.store, total: 0n, orders: 0 }
    store.total += signed(document)
    if (document.kind === 'sale') store.orders += 1
    stores.set(document.store, store)
  }
  return [...stores.values()].map(({ total, ...store }) => ({ ...store, net: text(total) }))
}

function skusOf(documents) {
  const skus = new Map()
  for (const document of documents) {
    const sign = document.kind === 'sale' ? 1 : -1
    for (const line of document.lines) {
      const sku = skus.get(line.sku) ?? { sku: line.sku, name: line.name, pieces: 0, total: 0n }
      sku.pieces += sign * line.pieces
      sku.total += BigInt(sign) * line.amount
      skus.set(line.sku, sku)
    }
  }
  return [...skus.values()]
    .sort((a, b) => (a.total > b.total ? -1 : a.total < b.total ? 1 : a.sku < b.sku ? -1 : 1))
    .slice(0, 10)
    .map(({ pieces, total, ...sku }) => ({ ...sku, units: `${pieces}.000`, net: text(total) }))
}

const signed = (document) => (document.kind === 'sale' ? document.amount : -document.amount)
const sum = (documents) => documents.reduce((total, document) => total + document.amount, 0n)

function scaled(price) {
  const match = /^(\d+)(?:\.(\d{1,4}))?$/.exec(price ?? '')
  return match ? BigInt(match[1] + (match[2] ?? '').padEnd(PLACES, '0')) : 0n
}

function text(units) {
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
}

function columns(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain)
}
