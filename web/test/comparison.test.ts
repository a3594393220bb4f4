// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compareWithPrevious, netAt, rankStores } from '@/features/live/model/comparison'
import { clock, hours, minutes } from '@/features/live/model/curveOption'
import { snapshot } from './snapshots'

describe('comparing days', () => {
  it('compares with the same hours of the prior business date', () => {
    expect(compareWithPrevious(snapshot())).toEqual({ businessDate: '2011-09-29', until: '13:31', net: '23538.8300', change: '0.4377' })
  })

  it('does not compare where the prior day had not begun, or there was none', () => {
    expect(compareWithPrevious(snapshot({ curve: [{ time: '07:36', net: '1.0000' }] }))).toBeNull()
    expect(compareWithPrevious(snapshot({ previous: null }))).toBeNull()
    expect(compareWithPrevious(snapshot({ curve: [] }))).toBeNull()
  })

  it('reads a curve between its points', () => {
    const curve = [{ time: '09:00', net: '1' }, { time: '10:00', net: '2' }]
    expect([netAt(curve, '08:59'), netAt(curve, '09:30'), netAt(curve, '23:00')]).toEqual([null, '1', '2'])
  })
})

describe('ranking stores', () => {
  it('orders by net sales and gives exact shares', () => {
    expect(rankStores(snapshot()).map((store) => [store.code, store.share])).toEqual([
      ['United Kingdom', '0.8216'],
      ['EIRE', '0.1789'],
      ['France', null],
    ])
  })

  it('gives no shares of a day that lost money', () => {
    expect(rankStores(snapshot({ net: '-5.0000' })).every((store) => store.share === null)).toBe(true)
  })
})

describe("the curve's axis", () => {
  it('spans whole hours, four at least', () => {
    expect(hours([{ time: '07:36', net: '0' }])).toEqual([420, 660])
    expect(hours([{ time: '07:36', net: '0' }, { time: '19:31', net: '1' }])).toEqual([420, 1_260])
    expect(hours([{ time: '22:10', net: '0' }])).toEqual([1_200, 1_440])
    expect(hours([])).toEqual([0, 1_440])
  })

  it('writes minutes as clock times', () => {
    expect(minutes('13:31')).toBe(811)
    expect(clock(811.7)).toBe('13:31')
  })
})
