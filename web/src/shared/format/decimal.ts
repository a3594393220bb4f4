/**
 * Exact arithmetic on decimals carried as strings ("28374.1740"), as the API sends money and quantities. Values never
 * pass through a float; results are plain decimal strings again.
 */
interface Scaled {
  readonly units: bigint
  readonly scale: number
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

function parse(text: string): Scaled {
  const match = DECIMAL.exec(text.trim())
  if (!match) throw new TypeError(`Invalid decimal: ${text}`)
  const fraction = match[3] ?? ''
  const magnitude = BigInt(`${match[2]}${fraction}`)
  return { units: match[1] === '-' ? -magnitude : magnitude, scale: fraction.length }
}

function rescale(value: Scaled, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}

function text(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (scale === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function align(left: string, right: string): [bigint, bigint, number] {
  const a = parse(left)
  const b = parse(right)
  const scale = Math.max(a.scale, b.scale)
  return [rescale(a, scale), rescale(b, scale), scale]
}

export function subtract(left: string, right: string): string {
  const [a, b, scale] = align(left, right)
  return text(a - b, scale)
}

/** -1, 0 or 1. */
export function sign(value: string): number {
  const { units } = parse(value)
  return units === 0n ? 0 : units > 0n ? 1 : -1
}

export function compare(left: string, right: string): number {
  return sign(subtract(left, right))
}

export function negate(value: string): string {
  const { units, scale } = parse(value)
  return text(-units, scale)
}

/** numerator ÷ denominator to so many places, half up on the magnitude; null unless the denominator is positive. */
export function ratio(numerator: string, denominator: string, places: number): string | null {
  const [a, b] = align(numerator, denominator)
  if (b <= 0n) return null
  const shifted = (a < 0n ? -a : a) * 10n ** BigInt(places)
  const rounded = (shifted * 2n + b) / (b * 2n)
  return text(a < 0n ? -rounded : rounded, places)
}
