// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appMessages } from '@/app/messages'
import { liveMessages } from '@/features/live/messages'
import { sessionMessages } from '@/features/session/messages'
import type { Messages } from '@/shared/i18n/i18n'

const features = { app: appMessages, session: sessionMessages, live: liveMessages }

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text)
  }
  return flat
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe.each(Object.entries(features))('the texts of %s', (_name, messages) => {
  const english = flatten(messages.en)
  const chinese = flatten(messages['zh-CN'])

  it('exist in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('say the same things about the same values', () => {
    for (const [key, text] of english) expect([key, placeholders(chinese.get(key) ?? '')]).toEqual([key, placeholders(text)])
  })

  it('are nowhere empty', () => {
    expect([...english, ...chinese].filter(([, text]) => !text.trim())).toEqual([])
  })
})

describe('the sources', () => {
  const all = new Map(Object.values(features).flatMap((messages) => [...flatten(messages.en)]))
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file))
    .map((file) => readFileSync(join('src', file), 'utf8'))

  it('use only texts that exist', () => {
    const used = sources.flatMap((source) => [...source.matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1]!))
    expect(used.length).toBeGreaterThan(40)
    expect(used.filter((key) => !all.has(key))).toEqual([])
  })

  it('keep Chinese out of components', () => {
    expect(sources.filter((source) => source.includes('<template>') && /\p{Script=Han}/u.test(source))).toEqual([])
  })
})
