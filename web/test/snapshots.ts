import type { LiveSnapshot } from '@/shared/api/generated'

/** A snapshot as the shop sends it: a part of the sample's 30 September 2011. */
export function snapshot(changed: Partial<LiveSnapshot> = {}): LiveSnapshot {
  return {
    businessDate: '2011-09-30',
    isToday: false,
    currency: 'GBP',
    net: '33841.0350',
    gross: '34179.7950',
    returned: '338.7600',
    orders: 56,
    returns: 12,
    units: '18117.000',
    aov: '604.3042',
    curve: [
      { time: '07:36', net: '5867.0800' },
      { time: '13:31', net: '33841.0350' },
    ],
    previous: {
      businessDate: '2011-09-29',
      curve: [
        { time: '08:27', net: '1020.0000' },
        { time: '13:30', net: '23538.8300' },
        { time: '19:31', net: '43464.3300' },
      ],
    },
    stores: [
      { code: 'EIRE', name: 'EIRE', net: '6055.0400', orders: 2 },
      { code: 'United Kingdom', name: 'United Kingdom', net: '27802.6950', orders: 53 },
      { code: 'France', name: 'France', net: '-16.7000', orders: 1 },
    ],
    topSkus: [
      { sku: '22941', name: 'CHRISTMAS LIGHTS 10 REINDEER', units: '390.000', net: '2547.0000' },
      { sku: '21098', name: 'CHRISTMAS TOILET ROLL', units: '1200.000', net: '1272.0000' },
    ],
    ticker: [
      { id: 'b', number: 'C569128', kind: 'return', store: 'EIRE', recordedAt: '2026-11-22T11:01:54Z', amount: '17.9500', lines: 4 },
      { id: 'a', number: '569127', kind: 'sale', store: 'United Kingdom', recordedAt: '2026-11-22T11:01:52Z', amount: '1568.4000', lines: 12 },
    ],
    secondsBehind: 0.4,
    stale: false,
    asOf: '2026-11-22T11:01:54.100Z',
    reconciliation: { exact: true, compared: 2317, differences: 0, at: '2026-11-22T10:57:52Z' },
    ...changed,
  }
}

/** What the shop sends before the first sale of all time. */
export function emptySnapshot(): LiveSnapshot {
  return snapshot({
    businessDate: null,
    net: '0.0000',
    gross: '0.0000',
    returned: '0.0000',
    orders: 0,
    returns: 0,
    units: '0.000',
    aov: null,
    curve: [],
    previous: null,
    stores: [],
    topSkus: [],
    ticker: [],
    secondsBehind: 0,
    reconciliation: null,
  })
}
