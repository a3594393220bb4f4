import { screen, waitFor, within } from '@testing-library/vue'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import LivePage from '@/features/live/pages/LivePage.vue'
import type { LiveSnapshot } from '@/shared/api/generated'
import type { Language } from '@/shared/preferences/usePreferences'
import { shop } from './server'
import { show } from './render'
import { emptySnapshot, snapshot } from './snapshots'

class PushedEventSource {
  static newest: PushedEventSource
  onopen: ((event: Event) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  private listener: (event: MessageEvent<string>) => void = () => {}

  constructor(readonly url: string) {
    PushedEventSource.newest = this
  }

  addEventListener(_type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listener = listener
  }

  close(): void {}

  push(live: LiveSnapshot): void {
    this.onopen?.(new Event('open'))
    this.listener(new MessageEvent('live', { data: JSON.stringify(live) }))
  }
}

vi.mock('@/features/live/components/CurveChart.vue', () => ({ __esModule: true, default: { template: '<canvas></canvas>' } }))

beforeAll(() => shop.listen({ onUnhandledRequest: 'error' }))
afterEach(() => shop.resetHandlers())
afterAll(() => shop.close())
beforeEach(() => {
  vi.stubGlobal('EventSource', PushedEventSource)
  document.body.innerHTML = '<div id="page-bar"></div><div id="page-controls"></div>'
})

async function showLive(live: LiveSnapshot, language: Language = 'en') {
  const page = await show(LivePage, language)
  PushedEventSource.newest.push(live)
  return page
}

describe('the live page', () => {
  it('listens to the live events of the shop', async () => {
    await showLive(snapshot())
    expect(PushedEventSource.newest.url).toBe('/api/v1/live/events')
  })

  it('shows the figures of the latest business date and says that it is not today', async () => {
    await showLive(snapshot())
    expect((await screen.findByTitle('33841.0350')).textContent).toBe('£33,841.04')
    expect(screen.getByText('Latest, not today')).toBeTruthy()
    expect(screen.getByText('£604.30')).toBeTruthy()
    expect(screen.getByText('+43.8%')).toBeTruthy()
    expect(screen.getByRole('img', { name: /£33,841.04 by 13:31/ })).toBeTruthy()
  })

  it('lists stores with shares, products and the newest orders', async () => {
    await showLive(snapshot())
    const stores = await screen.findByRole('list', { name: 'Stores' })
    expect(within(stores).getAllByRole('listitem')[0]?.textContent).toContain('82.2%')
    const orders = screen.getByRole('list', { name: 'Latest orders' })
    expect(within(orders).getByText('−£17.95')).toBeTruthy()
    await waitFor(() => expect(within(orders).getByText('Ireland')).toBeTruthy())
    expect(within(screen.getByRole('list', { name: 'Top products' })).getByText('390 pcs')).toBeTruthy()
  })

  it("gives every metric the definition from the shop, in the page's language", async () => {
    await showLive(snapshot(), 'zh-CN')
    const metric = await screen.findByRole('button', { name: '净销售额' })
    metric.focus()
    await waitFor(() => expect(document.getElementById(metric.getAttribute('aria-describedby') ?? '')?.textContent).toBe('净销售额 = 销售额 − 折扣 − 退货；退货计入退货当日'))
  })

  it('before the first sale says what this is and offers the demo', async () => {
    await showLive(emptySnapshot())
    expect(await screen.findByRole('heading', { name: 'No sales yet' })).toBeTruthy()
    expect(screen.getByText('./storehouse demo')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy the command' })).toBeTruthy()
    expect(screen.queryByText('£0.00')).toBeNull()
  })

  it('before the first sale does so in Chinese too', async () => {
    await showLive(emptySnapshot(), 'zh-CN')
    expect(await screen.findByRole('heading', { name: '还没有销售' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '复制命令' })).toBeTruthy()
  })

  it('shows dashes for what a day without documents does not have', async () => {
    await showLive({ ...emptySnapshot(), businessDate: '2011-10-01' })
    await screen.findByText('No store has sold on this date yet')
    expect(screen.getAllByText('—').length).toBeGreaterThanOrEqual(6)
  })

  it('turns stale in words when the figures are old', async () => {
    await showLive(snapshot({ secondsBehind: 48, stale: true }))
    expect(await screen.findByRole('button', { name: /Stale · 48 s behind/ })).toBeTruthy()
    expect(screen.getByText(/To see what runs: .\/storehouse status/, { selector: '[role=status]' })).toBeTruthy()
  })

  it('says that the connection is lost and keeps the figures', async () => {
    await showLive(snapshot())
    await screen.findByTitle('33841.0350')
    PushedEventSource.newest.onerror?.(new Event('error'))
    expect(await screen.findByRole('button', { name: /Connection lost · reconnecting/ })).toBeTruthy()
    expect(screen.getByTitle('33841.0350').textContent).toBe('£33,841.04')
  })

  it.each([
    [{ exact: true, compared: 2317, differences: 0, at: '2026-11-22T10:57:52Z' }, /Reconciled · exact 2,317 store-days/],
    [{ exact: false, compared: 2317, differences: 3, at: '2026-11-22T10:57:52Z' }, /3 differences/],
    [{ exact: false, compared: 1, differences: 1, at: '2026-11-22T10:57:52Z' }, /1 difference 1 store-day,/],
    [null, /Not reconciled yet/],
  ])('tells the reconciliation %#', async (reconciliation, name) => {
    await showLive(snapshot({ reconciliation }))
    expect(await screen.findByRole('button', { name })).toBeTruthy()
  })

  it('fills the screen with f, leaves with Escape and explains with ?', async () => {
    await showLive(snapshot())
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'f' }))
    expect(await screen.findByText(/Press f or Escape to leave/)).toBeTruthy()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await waitFor(() => expect(screen.queryByText(/Press f or Escape to leave/)).toBeNull())
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
    expect(await screen.findByRole('dialog', { name: 'Help' })).toBeTruthy()
  })
})
