/**
 * What the shop's API v1 sends to the pages. Decimals are strings, instants ISO-8601, business dates yyyy-MM-dd.
 * Written by hand; to be generated from docs/openapi.json.
 */
export interface Session {
  readonly username: string
  readonly roles: readonly string[]
}

export interface Store {
  readonly code: string
  readonly name: string
  readonly timeZone: string
  readonly currency: string
}

export interface CurvePoint {
  /** HH:mm of the business date. */
  readonly time: string
  /** Cumulative. */
  readonly net: string
}

export interface StoreSales {
  readonly code: string
  readonly name: string
  readonly net: string
  readonly orders: number
}

export interface SkuSales {
  readonly sku: string
  readonly name: string
  readonly units: string
  readonly net: string
}

export interface TickerEntry {
  readonly id: string
  readonly number: string
  readonly kind: 'sale' | 'return'
  readonly store: string
  readonly recordedAt: string
  readonly amount: string
  readonly lines: number
}

export interface Reconciliation {
  readonly exact: boolean
  readonly compared: number
  readonly differences: number
  readonly at: string
}

/** The live figures of the latest business date; businessDate is null before the first sale. */
export interface LiveSnapshot {
  readonly businessDate: string | null
  readonly isToday: boolean
  readonly currency: string
  readonly net: string
  readonly gross: string
  readonly returned: string
  readonly orders: number
  readonly returns: number
  readonly units: string
  readonly aov: string | null
  readonly curve: readonly CurvePoint[]
  readonly previous: { readonly businessDate: string; readonly curve: readonly CurvePoint[] } | null
  readonly stores: readonly StoreSales[]
  readonly topSkus: readonly SkuSales[]
  readonly ticker: readonly TickerEntry[]
  readonly secondsBehind: number | null
  readonly stale: boolean
  readonly asOf: string
  readonly reconciliation: Reconciliation | null
}

/** One definition for all stations, in both languages. */
export interface MetricDefinition {
  /** For example net_sales. */
  readonly name: string
  readonly en: string
  readonly zh: string
  readonly formula: Translated
  readonly note: Translated
}

export interface Metrics {
  readonly metrics: readonly MetricDefinition[]
}

interface Translated {
  readonly en: string
  readonly zh: string
}
