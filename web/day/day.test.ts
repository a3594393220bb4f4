import { beforeAll, expect, it } from 'vitest'
import {
  cartPrice,
  countEnter,
  countFinish,
  countOpen,
  exchangeRecord,
  heldHold,
  heldPage,
  heldRecall,
  orderPage,
  orderPlace,
  productList,
  promotionDefine,
  receiptOfSale,
  registerDefine,
  returnAccept,
  shiftClose,
  shiftMove,
  shiftOpen,
  shiftReport,
  stockControlReport,
  stockReceive,
  stockTransferDispatch,
  stockTransferReceive,
  storeDefine,
  summarySummary,
  tillIssue,
} from '@/shared/api/generated'
import type { OrderBody, OrderLine, OrderPayment, ReturnBody } from '@/shared/api/generated'
import { Problem } from '@/shared/api/problem'

/** A store's whole day, driven through the generated client alone; the figures were added up by hand. */
const baseUrl = required('STOREHOUSE_URL')
const office = as(required('STOREHOUSE_TOKEN'))
const tag = crypto.randomUUID().slice(0, 8).toUpperCase()
const store = `High Street ${tag}`
const depot = `Depot ${tag}`
const mug = `MUG-${tag}`
const cup = `CUP-${tag}`
let till: ReturnType<typeof as>

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Cannot drive a day without ${name}`)
  return value
}

function as(token: string) {
  return { baseUrl, headers: { Authorization: `Bearer ${token}` } }
}

const id = () => crypto.randomUUID()
const now = () => new Date().toISOString()
const line = (sku: string, quantity: string, unitPrice: string, discount = '0'): OrderLine => ({ id: id(), sku, quantity, unitPrice, discount })
const paid = (tender: string, amount: string, tendered?: string): OrderPayment => ({ id: id(), tender, amount, ...(tendered ? { tendered } : {}) })
const order = (lines: OrderLine[], payments: OrderPayment[]): OrderBody => ({ id: id(), store, till: 'R1', occurredAt: now(), lines, payments })
const takeback = (orderId: string, sku: string, price: string, refund: OrderPayment): ReturnBody => ({
  id: id(),
  store,
  till: 'R1',
  orderId,
  occurredAt: now(),
  lines: [{ id: id(), orderLineNo: 1, sku, quantity: '1', unitPrice: price, reason: 'too small' }],
  refunds: [refund],
})
const failure = async (asked: Promise<unknown>): Promise<unknown> => asked.then(() => null, (cause: unknown) => cause)

/** Amounts and quantities as numbers without trailing zeros, so that 12.6 is 12.6000. */
const plain = (figures: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value]))

beforeAll(async () => {
  for (const code of [store, depot]) await storeDefine({ ...office, path: { code }, body: { name: code, timeZone: 'Europe/London', currency: 'GBP' } })
  await registerDefine({ ...office, path: { store, code: 'R1' }, body: { name: 'Front' } })
  await productList({ ...office, path: { sku: mug }, body: { name: 'Mug', price: '12', goods: true } })
  await productList({ ...office, path: { sku: cup }, body: { name: 'Cup', price: '3.5', goods: true } })
  const issued = await tillIssue({ ...office, body: { store, code: 'R1' } })
  till = as(issued.token)
})

it('opens, receives, sells, holds, discounts, takes back, exchanges, counts, transfers and closes, and every report agrees', async () => {
  const shift = id()
  await shiftOpen({ ...till, body: { id: shift, store, register: 'R1', openingFloat: '100' } })
  const receipt = { id: id(), store, reference: 'D-1', occurredAt: now(), assumed: false }
  const goods = [{ sku: mug, quantity: '40', unitCost: '4' }, { sku: cup, quantity: '30', unitCost: '1.25' }]
  await stockReceive({ ...office, body: { ...receipt, lines: goods } })

  const first = order([line(mug, '2', '12')], [paid('cash', '24', '30')])
  await orderPlace({ ...till, body: first })
  expect(await orderPlace({ ...till, body: first })).toMatchObject({ id: first.id })
  expect(await failure(orderPlace({ ...till, body: { ...first, payments: [paid('cash', '25')] } }))).toMatchObject({ status: 409, code: 'idempotency-conflict' })

  await promotionDefine({
    ...office,
    path: { code: `TENTH-${tag}` },
    body: { name: 'A tenth off', kind: 'percentage', startsAt: '2020-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z', stores: [store], skus: [cup], terms: { percent: '10' } },
  })
  const cart = await cartPrice({ ...till, body: { store, lines: [{ sku: cup, quantity: '4' }] } })
  expect(plain({ payable: cart.payable, discount: cart.discount })).toEqual({ payable: '12.6', discount: '1.4' })
  await orderPlace({ ...till, body: { ...order([line(cup, '4', '3.5')], [paid('card', '12.60')]), pricing: { expectedPayable: '12.6' } } })

  const held = id()
  await heldHold({ ...till, body: { id: held, store, till: 'R1', label: 'Ada', cart: { lines: [{ sku: mug, quantity: '1' }] } } })
  expect(await heldPage({ ...till, query: { store } })).toHaveLength(1)
  expect(await failure(shiftClose({ ...till, path: { id: shift }, body: { id: id(), counted: '124', unsynced: 0 } }))).toBeInstanceOf(Problem)
  await heldRecall({ ...till, path: { id: held }, body: { id: id(), till: 'R1' } })
  const third = order([line(mug, '1', '12')], [paid('card', '12')])
  await orderPlace({ ...till, body: third })

  await returnAccept({ ...till, body: takeback(first.id, mug, '12', paid('cash', '12')) })
  await exchangeRecord({
    ...till,
    body: { id: id(), return: takeback(third.id, mug, '12', paid('card', '12')), order: order([line(cup, '2', '3.5')], [paid('cash', '7')]) },
  })

  const count = id()
  await countOpen({ ...office, body: { id: count, store, reference: 'C-1', occurredAt: now() } })
  await countEnter({ ...office, path: { id: count }, body: { id: id(), sku: cup, quantity: '23', countedAt: now() } })
  await countFinish({ ...office, path: { id: count }, body: { id: id(), occurredAt: now() } })

  const transfer = id()
  const boxes = [{ sku: mug, quantity: '5' }]
  await stockTransferDispatch({ ...office, body: { id: transfer, reference: 'T-1', source: store, destination: depot, occurredAt: now(), lines: boxes } })
  await stockTransferReceive({ ...office, path: { id: transfer }, body: { id: id(), last: true, occurredAt: now(), lines: boxes } })
  await shiftMove({ ...till, path: { id: shift }, body: { id: id(), kind: 'paid-in', amount: '20', reason: 'change' } })

  // 100 + 24 + 7 − 12 + 20
  await shiftClose({ ...till, path: { id: shift }, body: { id: id(), counted: '139', unsynced: 0 } })

  const z = await shiftReport({ ...till, path: { id: shift } })
  expect(plain({ gross: z.gross, discount: z.discount, returned: z.returned, net: z.net, total: z.total })).toEqual({ gross: '57', discount: '1.4', returned: '24', net: '31.6', total: '31.6' })
  expect(plain({ ...z.cash })).toMatchObject({ expected: '139', counted: '139', difference: '0', change: '6' })
  expect(z.tenders.map((tender) => plain({ ...tender }))).toEqual([
    { tender: 'card', sales: '24.6', refunds: '12', net: '12.6' },
    { tender: 'cash', sales: '31', refunds: '12', net: '19' },
  ])

  // mugs: 40 − 2 − 1 + 1 + 1 − 5 at 4; cups: 30 − 4 − 2 and one that was not there, at 1.25
  const stock = await stockControlReport({ ...office, query: { store } })
  expect(stock.map(({ sku, onHand, value }) => plain({ sku, onHand, value }))).toEqual([
    { sku: cup, onHand: '23', value: '28.75' },
    { sku: mug, onHand: '34', value: '136' },
  ])
  const away = await stockControlReport({ ...office, query: { store: depot } })
  expect(away.map(({ sku, onHand, value }) => plain({ sku, onHand, value }))).toEqual([{ sku: mug, onHand: '5', value: '20' }])

  for (const by of ['hour', 'day', 'store', 'staff', 'category']) {
    const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    const to = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const summary = await summarySummary({ ...office, query: { store, from, to, by } })
    expect(summary.totals).toHaveLength(1)
    const [{ sum, tenders }] = summary.totals as [(typeof summary.totals)[number]]
    expect(plain({ ...sum })).toMatchObject({ orders: 4, returns: 2, gross: '57', discount: '1.4', refunds: '24', net: '31.6', tax: '0', total: '31.6', paid: '31.6' })
    expect(tenders.map((tender) => plain({ tender: tender.tender, net: tender.net }))).toEqual([{ tender: 'card', net: '12.6' }, { tender: 'cash', net: '19' }])
    const rows = summary.rows.reduce((total, row) => total + Math.round(Number(row.net) * 1e4), 0)
    expect(rows).toBe(316_000)
  }

  const orders = await orderPage({ ...till, query: { store, shift } })
  expect(orders).toHaveLength(4)
  const printed = await receiptOfSale({ ...till, path: { id: first.id } })
  expect(printed).toMatchObject({ payable: '24.00', change: '6.00' })
})
