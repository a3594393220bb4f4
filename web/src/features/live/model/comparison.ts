import { compare, ratio, sign, subtract } from '@/shared/format/decimal'
import type { LiveSnapshot, LiveSnapshotPoint, LiveSnapshotStoreTile } from '@/shared/api/generated'

export interface Comparison {
  readonly businessDate: string
  /** HH:mm up to which both days are compared. */
  readonly until: string
  readonly net: string
  /** (this ÷ prior − 1), or null when the prior day had nothing by then. */
  readonly change: string | null
}

/** Compares the day with the same hours of the prior business date. */
export function compareWithPrevious(snapshot: LiveSnapshot): Comparison | null {
  const latest = snapshot.curve.at(-1)
  if (!latest || !snapshot.previous) return null
  const prior = netAt(snapshot.previous.curve, latest.time)
  if (prior === null) return null
  return {
    businessDate: snapshot.previous.businessDate,
    until: latest.time,
    net: prior,
    change: ratio(subtract(latest.net, prior), prior, 4),
  }
}

/** The cumulative value at HH:mm, null before the first point. */
export function netAt(curve: readonly LiveSnapshotPoint[], time: string): string | null {
  let net: string | null = null
  for (const point of curve) {
    if (point.time > time) break
    net = point.net
  }
  return net
}

export interface RankedStore extends LiveSnapshotStoreTile {
  /** Of the day's net sales; null where a share says nothing: a loss, or a day without net sales. */
  readonly share: string | null
}

/** Stores by net sales, the largest first. */
export function rankStores(snapshot: LiveSnapshot): RankedStore[] {
  return [...snapshot.stores]
    .sort((a, b) => compare(b.net, a.net) || (a.code < b.code ? -1 : 1))
    .map((store) => ({ ...store, share: sign(store.net) < 0 ? null : ratio(store.net, snapshot.net, 4) }))
}

/** True before the first sale or return of all time. */
export function isEmpty(snapshot: LiveSnapshot): boolean {
  return snapshot.businessDate === null
}
