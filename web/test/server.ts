import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

const netSales = {
  name: 'net_sales',
  en: 'Net sales',
  zh: '净销售额',
  formula: { en: 'gross sales − discounts − returns', zh: '销售额 − 折扣 − 退货' },
  grain: 'store × business date',
  note: { en: 'a return counts on the date of the return', zh: '退货计入退货当日' },
}

/** The shop as the pages see it; a test replaces what it is about. */
export const shop = setupServer(
  http.get('*/api/v1/session', () => HttpResponse.json({ username: 'owner', roles: ['owner'], stores: null, permissions: [] })),
  http.get('*/api/v1/stores', () => HttpResponse.json([{ code: 'EIRE', name: 'Ireland', timeZone: 'Europe/London', currency: 'GBP', dayStart: '00:00', cashRounding: null, pricesIncludeTax: true, taxRounding: 'line' }])),
  http.get('*/api/v1/metrics', () => HttpResponse.json({ metrics: [netSales] })),
)
