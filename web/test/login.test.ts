import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import LoginPage from '@/features/session/pages/LoginPage.vue'
import { shop } from './server'
import { show } from './render'

beforeAll(() => shop.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  shop.resetHandlers()
  document.cookie = 'XSRF-TOKEN=; Max-Age=0'
})
afterAll(() => shop.close())

const refuse = (status: number, headers: Record<string, string> = {}) =>
  shop.use(http.post('*/api/v1/session', () => HttpResponse.json({ type: 'urn:storehouse:problem:x', code: 'x', title: 'x', status, detail: 'because', instance: '/api/v1/session' }, { status, headers })))

async function signIn(password = 'secret'): Promise<void> {
  await fireEvent.update(screen.getByLabelText('Password'), password)
  await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

describe('signing in', () => {
  it('sends the credentials with the CSRF token and goes where one wanted to go', async () => {
    const sent: { token: string | null; body: unknown }[] = []
    shop.use(
      http.post('*/api/v1/session', async ({ request }) => {
        sent.push({ token: request.headers.get('X-XSRF-TOKEN'), body: await request.json() })
        return new HttpResponse(null, { status: 204 })
      }),
    )
    document.cookie = 'XSRF-TOKEN=a%2Fb'
    const { router } = await show(LoginPage, 'en', {}, '/login?next=/live%3Flang%3Den')
    await signIn()
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/live?lang=en'))
    expect(sent).toEqual([{ token: 'a/b', body: { username: 'owner', password: 'secret' } }])
  })

  it('never leaves the site for an address in the query', async () => {
    shop.use(http.post('*/api/v1/session', () => new HttpResponse(null, { status: 204 })))
    const { router } = await show(LoginPage, 'en', {}, '/login?next=https%3A%2F%2Felsewhere.example')
    await signIn()
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/live'))
  })

  it('fetches a new token once when the old one is refused', async () => {
    let attempts = 0
    shop.use(http.post('*/api/v1/session', () => new HttpResponse(null, { status: ++attempts === 1 ? 403 : 204 })))
    const { router } = await show(LoginPage, 'en', {}, '/login')
    await signIn()
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/live'))
    expect(attempts).toBe(2)
  })

  it.each([
    [401, {}, /^The user name or the password is not right\.$/],
    [403, {}, /did not send the security token/],
    [429, { 'Retry-After': '42' }, /^Too many attempts\. Try again in 42 s\.$/],
    [429, {}, /^Too many attempts\. Wait a minute, then try again\.$/],
    [503, {}, /The shop does not answer/],
    [500, {}, /^Signing in failed \(500\): because$/],
  ])('explains a refusal with %i', async (status, headers, text) => {
    refuse(status, headers as Record<string, string>)
    await show(LoginPage)
    await signIn()
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringMatching(text))
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('')
  })

  it('explains that the shop cannot be reached', async () => {
    shop.use(http.get('*/api/v1/session', () => HttpResponse.error()))
    await show(LoginPage)
    await signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('./storehouse status')
  })

  it('asks for what is missing without asking the shop', async () => {
    await show(LoginPage)
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Enter a user name and a password.')
  })

  it('says that the session ended', async () => {
    await show(LoginPage, 'zh-CN', {}, '/login?expired')
    expect(screen.getByRole('status').textContent).toBe('会话已结束，请重新登录。')
  })
})
