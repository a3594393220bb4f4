// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createFormat } from '@/shared/format/useFormat'

describe('formatting', () => {
  const english = createFormat('en')
  const chinese = createFormat('zh-CN')

  it('shows money exactly where a float would not', () => {
    expect(english.money('9007199254740993.1100', 'GBP')).toBe('£9,007,199,254,740,993.11')
    expect(english.money('7352354.1740', 'GBP')).toBe('£7,352,354.17')
  })

  it('rounds half up from the decimal as written', () => {
    expect(english.money('1.0050', 'GBP')).toBe('£1.01')
    expect(english.money('-1.0050', 'GBP')).toBe('−£1.01')
    expect(english.money('2.6750', 'EUR')).toBe('€2.68')
  })

  it('has the places of the currency', () => {
    expect(english.money('1234.5000', 'JPY')).toBe('¥1,235')
    expect(chinese.money('1234.5000', 'CNY')).toBe('¥1,234.50')
  })

  it('shows a dash, not zero, where there is no data', () => {
    expect(english.money(null, 'GBP')).toBe('—')
    expect(english.quantity(undefined)).toBe('—')
    expect(english.percent(null)).toBe('—')
    expect(english.money('0.0000', 'GBP')).toBe('£0.00')
  })

  it('shows quantities without idle places', () => {
    expect(english.quantity('18117.000')).toBe('18,117')
    expect(english.quantity('1.250')).toBe('1.25')
  })

  it('shows changes with their sign', () => {
    expect(english.change('0.4377')).toBe('+43.8%')
    expect(english.change('-0.0500')).toBe('−5.0%')
    expect(english.change('0.0000')).toBe('0.0%')
  })

  it('keeps a business date on its day in every time zone', () => {
    expect(english.day('2011-09-30')).toContain('30 Sept 2011')
    expect(chinese.day('2011-09-30')).toContain('2011年9月30日')
  })

  it("tells the time by the store's zone", () => {
    expect(english.time('2026-07-01T10:00:05Z', 'Europe/London')).toBe('11:00:05')
    expect(english.time('2026-07-01T10:00:05Z', 'Asia/Shanghai')).toBe('18:00:05')
  })

  it('says how long ago in the language of the page', () => {
    const now = Date.parse('2026-11-22T11:00:00Z')
    expect(english.ago('2026-11-22T10:55:00Z', now)).toBe('5 minutes ago')
    expect(chinese.ago('2026-11-22T10:55:00Z', now)).toBe('5分钟前')
    expect(english.ago('2026-11-22T11:00:09Z', now)).toBe('now')
  })
})
