import type { FeedState } from '../composables/liveFeed'

/** Seconds behind from which the figures no longer count as live. */
export const STALE_AFTER = 30

export type Freshness =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'live' | 'stale'; readonly seconds: number }

interface Observed {
  readonly secondsBehind: number
  readonly stale: boolean
  /** Seconds since the snapshot arrived. */
  readonly age: number
}

/**
 * How far the figures are behind: what the shop measured plus the time since it said so, so that a silent shop ages too.
 * Pass null before the first snapshot.
 */
export function freshnessOf(observed: Observed | null, feed: FeedState): Freshness {
  if (feed === 'lost') return { kind: 'lost' }
  if (!observed) return { kind: 'waiting' }
  const seconds = observed.secondsBehind + observed.age
  const stale = observed.stale || seconds > STALE_AFTER
  return { kind: stale ? 'stale' : 'live', seconds }
}
