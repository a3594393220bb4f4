import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

/** What a figure without data looks like. Never zero. */
export const NO_DATA = '—'

export type DecimalText = string

export interface Format {
  /** Currency amount with the currency's places; rounds the exact decimal half up, never a float. */
  money(value: DecimalText | null | undefined, currency: string): string
  /** Axis label such as £20K; takes a number because charts do. */
  compactMoney(value: number, currency: string): string
  quantity(value: DecimalText | null | undefined): string
  count(value: number | null | undefined): string
  /** A fraction ("0.9123") as a percentage with one place. */
  percent(fraction: DecimalText | null | undefined): string
  /** The same with its sign always shown. */
  change(fraction: DecimalText | null | undefined): string
  /** A business date (yyyy-MM-dd), which has no time zone. */
  day(businessDate: string): string
  shortDay(businessDate: string): string
  time(instant: string, timeZone?: string): string
  moment(instant: string): string
  /** "5 minutes ago". */
  ago(instant: string, now: number): string
}

// Intl formats a decimal string exactly (ECMA-402 2023); the type asks for a literal.
const exact = (value: DecimalText) => value as Intl.StringNumericLiteral

export function createFormat(locale: string): Format {
  const tag = locale === 'en' ? 'en-GB' : locale
  const money = new Map<string, Intl.NumberFormat>()
  const compact = new Map<string, Intl.NumberFormat>()
  const quantity = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const change = new Intl.NumberFormat(tag, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const day = new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })

  const moneyOf = (currency: string) =>
    cached(money, currency, () => new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }))
  const compactOf = (currency: string) =>
    cached(compact, currency, () =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
      }))

  return {
    money: (value, currency) => (value == null ? NO_DATA : minus(moneyOf(currency).format(exact(value)))),
    compactMoney: (value, currency) => compactOf(currency).format(value),
    quantity: (value) => (value == null ? NO_DATA : quantity.format(exact(value))),
    count: (value) => (value == null ? NO_DATA : quantity.format(value)),
    percent: (fraction) => (fraction == null ? NO_DATA : percent.format(exact(fraction))),
    change: (fraction) => (fraction == null ? NO_DATA : minus(change.format(exact(fraction)))),
    day: (businessDate) => day.format(atUtc(businessDate)),
    shortDay: (businessDate) => shortDay.format(atUtc(businessDate)),
    time: (instant, timeZone) => timeOf(tag, timeZone).format(new Date(instant)),
    moment: (instant) => moment.format(new Date(instant)),
    ago: (instant, now) => ago(relative, (new Date(instant).getTime() - now) / 1000),
  }
}

/** Formatting in the language of the page. */
export function useFormat(): ComputedRef<Format> {
  const { locale } = useI18n()
  return computed(() => createFormat(locale.value))
}

/** A true minus sign, as wide as the plus. */
const minus = (formatted: string) => formatted.replace('-', '−')

const times = new Map<string, Intl.DateTimeFormat>()

function timeOf(tag: string, timeZone?: string): Intl.DateTimeFormat {
  return cached(times, `${tag} ${timeZone ?? ''}`, () =>
    new Intl.DateTimeFormat(tag, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      ...(timeZone ? { timeZone } : {}),
    }))
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

function atUtc(businessDate: string): Date {
  return new Date(`${businessDate}T00:00:00Z`)
}

function ago(relative: Intl.RelativeTimeFormat, seconds: number): string {
  const past = Math.min(0, seconds)
  if (past > -60) return relative.format(Math.round(past), 'second')
  if (past > -3600) return relative.format(Math.round(past / 60), 'minute')
  if (past > -86_400) return relative.format(Math.round(past / 3600), 'hour')
  return relative.format(Math.round(past / 86_400), 'day')
}
