import type { SessionCurrentData } from './generated'
import type { CreateClientConfig } from './generated/client.gen'
import { problemOf, unreachable } from './problem'

const SESSION: SessionCurrentData['url'] = '/api/v1/session'

/**
 * How the generated functions reach the shop: at the page's own origin, with the CSRF token of the session. What does not
 * succeed is thrown as a {@link Problem}; an answer that is not as the shop describes it, as zod's error.
 */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: location.origin,
  headers: { Accept: 'application/json, application/problem+json' },
  fetch: send,
})

/** A change whose token had expired is sent again with a new one, once. */
async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  if (request.method === 'GET') return accepted(await reach(request))
  const response = await reach(withToken(request.clone()))
  if (response.status !== 403) return accepted(response)
  await refreshToken()
  return accepted(await reach(withToken(request)))
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response
  throw await problemOf(response)
}

async function refreshToken(): Promise<void> {
  const response = await reach(new Request(new URL(SESSION, location.origin)))
  // 401 carries the cookie as well
  if (response.status !== 401) await accepted(response)
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (cause) {
    throw unreachable(request.url, cause)
  }
}

function withToken(request: Request): Request {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='))
  if (cookie) request.headers.set('X-XSRF-TOKEN', decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)))
  return request
}
