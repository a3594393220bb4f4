// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compare, negate, ratio, sign, subtract } from '@/shared/format/decimal'

describe('exact decimals', () => {
  it('subtracts without losing a digit that a float would lose', () => {
    expect(subtract('9007199254740993.0001', '0.0002')).toBe('9007199254740992.9999')
    expect(subtract('0.3', '0.1')).toBe('0.2')
  })

  it('aligns different scales and keeps signs', () => {
    expect(subtract('1.5', '2.2500')).toBe('-0.7500')
    expect(subtract('-1', '-1.000')).toBe('0.000')
    expect(negate('17.9500')).toBe('-17.9500')
    expect(negate('-0.5')).toBe('0.5')
  })

  it('divides half up on the magnitude', () => {
    expect(ratio('1', '8', 2)).toBe('0.13')
    expect(ratio('-1', '8', 2)).toBe('-0.13')
    expect(ratio('2', '3', 4)).toBe('0.6667')
  })

  it('gives no ratio to a base that is not positive', () => {
    expect(ratio('5', '0.0000', 4)).toBeNull()
    expect(ratio('5', '-2', 4)).toBeNull()
  })

  it('orders by value, not by text', () => {
    expect(compare('10', '9.9999')).toBe(1)
    expect(compare('-10', '9')).toBe(-1)
    expect(compare('1.50', '1.5')).toBe(0)
    expect(sign('-0.0000')).toBe(0)
  })

  it('names what is not a decimal', () => {
    expect(() => sign('1e3')).toThrow('Invalid decimal: 1e3')
  })
})
