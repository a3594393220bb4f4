import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

export const definition = { en: 'Gross sales − discounts − returns.', zh: '销售额 − 折扣 − 退货。' }

const names = { en: 'Net sales', zh: '净销售额' }

/** The shop as the pages see it; a test replaces what it is about. */
export const shop = setupServer(
  http.get('*/api/v1/session', () => HttpResponse.json({ username: 'owner', roles: ['owner'] })),
  http.get('*/api/v1/stores', () => HttpResponse.json([{ code: 'EIRE', name: 'Ireland', timeZone: 'Europe/London', currency: 'GBP' }])),
  http.get('*/api/v1/metrics', () => HttpResponse.json([{ code: 'net_sales', name: names, definition }])),
)
