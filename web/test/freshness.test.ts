// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { freshnessOf } from '@/features/live/model/freshness'

describe('freshness', () => {
  it('is live up to thirty seconds behind and stale beyond', () => {
    expect(freshnessOf({ secondsBehind: 29.9, stale: false, age: 0.1 }, 'open')).toEqual({ kind: 'live', seconds: 30 })
    expect(freshnessOf({ secondsBehind: 29.9, stale: false, age: 0.2 }, 'open').kind).toBe('stale')
  })

  it('ages while the shop is silent', () => {
    expect(freshnessOf({ secondsBehind: 0.4, stale: false, age: 31 }, 'open')).toEqual({ kind: 'stale', seconds: 31.4 })
  })

  it('is stale when the shop says so', () => {
    expect(freshnessOf({ secondsBehind: 1, stale: true, age: 0 }, 'open').kind).toBe('stale')
  })

  it('is lost without a connection, whatever the figures', () => {
    expect(freshnessOf({ secondsBehind: 0.1, stale: false, age: 0 }, 'lost')).toEqual({ kind: 'lost' })
  })

  it('waits before the first snapshot', () => {
    expect(freshnessOf(null, 'connecting')).toEqual({ kind: 'waiting' })
    expect(freshnessOf(null, 'lost')).toEqual({ kind: 'lost' })
  })
})
