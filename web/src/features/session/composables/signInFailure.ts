import { Problem } from '@/shared/api/problem'

/** A message key below session.error with what it needs. */
export interface SignInFailure {
  readonly key: 'wrong' | 'forbidden' | 'limited' | 'limitedFor' | 'unreachable' | 'other'
  readonly values: Readonly<Record<string, string | number>>
}

export function signInFailure(cause: unknown): SignInFailure {
  if (!(cause instanceof Problem)) return { key: 'other', values: { status: '—', detail: String(cause) } }
  if (cause.status === 0 || cause.status === 502 || cause.status === 503) return { key: 'unreachable', values: {} }
  if (cause.status === 401) return { key: 'wrong', values: {} }
  if (cause.status === 403) return { key: 'forbidden', values: {} }
  if (cause.status === 429) return limited(cause.retryAfter)
  return { key: 'other', values: { status: cause.status, detail: cause.message } }
}

function limited(retryAfter: number | null): SignInFailure {
  if (retryAfter === null) return { key: 'limited', values: {} }
  return { key: 'limitedFor', values: { seconds: retryAfter } }
}
