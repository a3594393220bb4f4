import type { EChartsCoreOption } from 'echarts/core'
import type { LiveSnapshot, LiveSnapshotPoint } from '@/shared/api/generated'
import { subtract } from '@/shared/format/decimal'
import type { Format } from '@/shared/format/useFormat'
import { netAt } from './comparison'

/** Minutes from which the hours are labelled by twos. */
const LABELS_SPREAD = 600

export interface CurveColours {
  readonly line: string
  readonly lineSoft: string
  readonly previous: string
  readonly text: string
  readonly grid: string
  readonly panel: string
  readonly border: string
}

export interface CurveTexts {
  readonly difference: string
}

interface CurveLook {
  readonly colours: CurveColours
  readonly format: Format
  readonly texts: CurveTexts
  /** Pixels of one rem. */
  readonly rem: number
  readonly font: string
}

/** The chart of the day's curve over the prior day's, on an axis of minutes of the store's clock. */
export function curveOption(snapshot: LiveSnapshot, look: CurveLook): EChartsCoreOption {
  const { colours, format, rem } = look
  const label = { color: colours.text, fontSize: rem * 0.78, fontFamily: look.font }
  const [start, end] = hours([...snapshot.curve, ...(snapshot.previous?.curve ?? [])])
  const latest = snapshot.curve.at(-1)
  return {
    animation: false,
    grid: { left: rem * 0.4, right: rem * 1.2, top: rem * 0.9, bottom: rem * 0.2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      min: start,
      max: end,
      interval: end - start > LABELS_SPREAD ? 120 : 60,
      axisLabel: { ...label, formatter: clock, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.grid } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisPointer: { snap: false, lineStyle: { color: colours.previous } },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { ...label, formatter: (value: number) => format.compactMoney(value, snapshot.currency) },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.panel,
      borderColor: colours.border,
      textStyle: { ...label, fontSize: rem * 0.85 },
      formatter: (at: unknown) => tooltip(snapshot, look, minuteOf(at)),
    },
    series: [
      {
        id: 'previous',
        type: 'line',
        data: points(snapshot.previous?.curve ?? []),
        step: 'end',
        showSymbol: false,
        lineStyle: { color: colours.previous, width: rem * 0.11, type: [rem * 0.35, rem * 0.3] },
        emphasis: { disabled: true },
      },
      {
        id: 'day',
        type: 'line',
        data: points(snapshot.curve),
        step: 'end',
        showSymbol: false,
        lineStyle: { color: colours.line, width: rem * 0.2 },
        areaStyle: {
          color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color: colours.lineSoft }, { offset: 1, color: 'transparent' }] },
        },
        emphasis: { disabled: true },
      },
      {
        id: 'head',
        type: 'scatter',
        data: latest ? [point(latest)] : [],
        symbolSize: rem * 0.75,
        itemStyle: { color: colours.line, borderColor: colours.panel, borderWidth: rem * 0.14 },
        tooltip: { show: false },
        silent: true,
        z: 5,
      },
    ],
  }
}

/** Minutes since midnight of HH:mm. */
export function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** HH:mm of minutes since midnight. */
export function clock(minute: number): string {
  const whole = Math.floor(minute)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}

/** The whole hours that the points lie in, as minutes: at least four, and an even number where labels are two hours apart. */
export function hours(curve: readonly LiveSnapshotPoint[]): [number, number] {
  if (!curve.length) return [0, 1_440]
  const all = curve.map((point) => minutes(point.time))
  const first = Math.floor(Math.min(...all) / 60) * 60
  const last = (Math.floor(Math.max(...all) / 60) + 1) * 60
  const span = Math.max(last - first, 240)
  const even = span > LABELS_SPREAD && span % 120 ? span + 60 : span
  const end = Math.min(1_440, first + even)
  return [Math.max(0, end - even), end]
}

// A chart is drawn in pixels: floats are exact enough here, and only here.
const point = (at: LiveSnapshotPoint): [number, number] => [minutes(at.time), Number(at.net)]
/** From zero at the first minute with a document. */
function points(curve: readonly LiveSnapshotPoint[]): [number, number][] {
  const [first] = curve
  return first ? [[minutes(first.time), 0], ...curve.map(point)] : []
}

function minuteOf(at: unknown): number {
  const hit: unknown = Array.isArray(at) ? at[0] : at
  if (typeof hit === 'object' && hit !== null && 'axisValue' in hit) return Number(hit.axisValue)
  return 0
}

function tooltip(snapshot: LiveSnapshot, look: CurveLook, minute: number): string {
  const { format, colours } = look
  const time = clock(minute)
  const latest = snapshot.curve.at(-1)
  const own = latest && time <= latest.time ? netAt(snapshot.curve, time) : null
  const prior = snapshot.previous ? netAt(snapshot.previous.curve, time) : null
  const money = (value: string | null) => format.money(value, snapshot.currency)
  const rows = [row(format.shortDay(snapshot.businessDate ?? ''), money(own), colours.line)]
  if (snapshot.previous) rows.push(row(format.shortDay(snapshot.previous.businessDate), money(prior), colours.previous))
  if (own !== null && prior !== null) rows.push(row(look.texts.difference, money(subtract(own, prior)), 'transparent'))
  return `<b>${time}</b><table>${rows.join('')}</table>`
}

/** Dates, amounts and colours only: nothing that a user typed. */
function row(name: string, value: string, colour: string): string {
  return `<tr><td><span style="display:inline-block;width:.6em;height:.6em;border-radius:50%;margin-right:.5em;background:${colour}"></span>${name}</td><td style="text-align:right;padding-left:1.5em;font-weight:650">${value}</td></tr>`
}
