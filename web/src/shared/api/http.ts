/** A request that did not succeed: an RFC 9457 problem, or no answer at all (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** Seconds to wait, when the server says so. */
  readonly retryAfter: number | null

  constructor(status: number, code: string, message: string, retryAfter: number | null = null) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const ROOT = '/api/v1'

/** Where the API's server-sent events and documents live: the page's own origin. */
export const url = (path: string) => `${ROOT}${path}`

export async function get<T>(path: string): Promise<T> {
  const response = await send('GET', path)
  return (await response.json()) as T
}

/** Sends a change with the CSRF token of the session; a token that had expired is fetched anew, once. */
export async function change(method: Exclude<Method, 'GET'>, path: string, body?: unknown): Promise<void> {
  try {
    await send(method, path, body)
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 403) throw problem
    await refreshToken()
    await send(method, path, body)
  }
}

async function refreshToken(): Promise<void> {
  try {
    await send('GET', '/session')
  } catch (problem) {
    // 401 carries the cookie as well
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem
  }
}

async function send(method: Method, path: string, body?: unknown): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  const token = csrfToken()
  if (method !== 'GET' && token) headers.set('X-XSRF-TOKEN', token)
  const response = await reach(url(path), {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    throw new Problem(0, 'unreachable', `Cannot reach ${address}: ${String(cause)}`)
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10)
  const wait = Number.isFinite(retryAfter) ? retryAfter : null
  const body = await problemBody(response)
  return new Problem(response.status, body.code ?? String(response.status), body.detail ?? body.title ?? response.statusText, wait)
}

async function problemBody(response: Response): Promise<{ code?: string; title?: string; detail?: string }> {
  try {
    return (await response.json()) as { code?: string; title?: string; detail?: string }
  } catch {
    return {}
  }
}

function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='))
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null
}
