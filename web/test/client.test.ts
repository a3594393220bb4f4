import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionLogOut, storeAll } from '@/shared/api/generated'
import { Problem } from '@/shared/api/problem'
import { shop } from './server'

beforeAll(() => shop.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  shop.resetHandlers()
  document.cookie = 'XSRF-TOKEN=; Max-Age=0'
})
afterAll(() => shop.close())

const store = { code: 'EIRE', name: 'Ireland', timeZone: 'Europe/London', currency: 'GBP', dayStart: '00:00', cashRounding: null, pricesIncludeTax: true, taxRounding: 'line' }
const answer = (...stores: unknown[]) => shop.use(http.get('*/api/v1/stores', () => HttpResponse.json(stores)))
const failure = async (asked: Promise<unknown>): Promise<unknown> => asked.then(() => null, (cause: unknown) => cause)

describe('the generated client', () => {
  it('gives what the shop answers', async () => {
    answer(store)
    expect(await storeAll()).toEqual([store])
  })

  it.each([
    ['lacks a member', { ...store, timeZone: undefined }],
    ['has null where none may be', { ...store, timeZone: null }],
    ['has another type', { ...store, timeZone: 1 }],
  ])('refuses an answer that %s, and says where', async (_, other) => {
    answer(store, other)
    const cause = await failure(storeAll())
    expect(cause).toHaveProperty('issues', [expect.objectContaining({ path: [1, 'timeZone'], code: 'invalid_type' })])
  })

  it('throws a problem with all its members', async () => {
    const problem = { type: 'urn:storehouse:problem:x', title: 'X', status: 409, detail: 'Not so', instance: '/api/v1/stores', code: 'x', skus: ['A'] }
    shop.use(http.get('*/api/v1/stores', () => HttpResponse.json(problem, { status: 409, headers: { 'Retry-After': '7' } })))
    const cause = await failure(storeAll())
    expect(cause).toBeInstanceOf(Problem)
    expect(cause).toMatchObject({ ...problem, message: 'Not so', retryAfter: 7 })
  })

  it('makes a problem of a failure that is none', async () => {
    shop.use(http.get('*/api/v1/stores', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' })))
    expect(await failure(storeAll())).toMatchObject({ name: 'Problem', status: 502, code: '502', message: 'Bad Gateway', retryAfter: null })
  })

  it('says that there was no answer', async () => {
    shop.use(http.get('*/api/v1/stores', () => HttpResponse.error()))
    expect(await failure(storeAll())).toMatchObject({ status: 0, code: 'unreachable', message: expect.stringContaining('Cannot reach http') })
  })

  it('sends a change again, once, with the token that the shop gave meanwhile', async () => {
    const tokens: (string | null)[] = []
    document.cookie = 'XSRF-TOKEN=old'
    shop.use(
      http.get('*/api/v1/session', () => {
        document.cookie = 'XSRF-TOKEN=new'
        return new HttpResponse(null, { status: 401 })
      }),
      http.delete('*/api/v1/session', ({ request }) => {
        tokens.push(request.headers.get('X-XSRF-TOKEN'))
        return new HttpResponse(null, { status: tokens.length === 1 ? 403 : 204 })
      }),
    )
    await sessionLogOut()
    expect(tokens).toEqual(['old', 'new'])
  })

  it('gives up when the new token is refused as well', async () => {
    let attempts = 0
    shop.use(http.delete('*/api/v1/session', () => new HttpResponse(null, { status: ++attempts > 0 ? 403 : 204 })))
    expect(await failure(sessionLogOut())).toMatchObject({ status: 403, code: '403' })
    expect(attempts).toBe(2)
  })
})
