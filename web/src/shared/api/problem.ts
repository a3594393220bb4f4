import type { Problem as Described } from './generated'
import { zProblem } from './generated/zod.gen'

const NAMES = 'urn:storehouse:problem:'

/** A request that did not succeed: an RFC 9457 problem with its members, or no answer at all (status 0). */
export class Problem extends Error implements Described {
  [member: string]: unknown
  readonly type!: string
  readonly title!: string
  readonly status!: number
  readonly detail!: string
  readonly instance!: string
  /** Stable, for programs. */
  readonly code!: string
  /** Seconds to wait, when the server says so. */
  readonly retryAfter: number | null

  constructor(described: Described, retryAfter: number | null = null) {
    super(described.detail)
    Object.assign(this, described)
    this.name = 'Problem'
    this.retryAfter = retryAfter
  }
}

/** That an address gave no answer. */
export function unreachable(address: string, cause: unknown): Problem {
  const detail = `Cannot reach ${address}: ${String(cause)}`
  return new Problem({ type: `${NAMES}unreachable`, title: 'No answer', status: 0, detail, instance: address, code: 'unreachable' })
}

/** The problem of an answer that is none of success; whoever stands between may answer in another form. */
export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10)
  const body: unknown = await response.json().catch(() => null)
  return new Problem(isProblem(body) ? body : unnamed(response), Number.isFinite(retryAfter) ? retryAfter : null)
}

function isProblem(body: unknown): body is Described {
  return zProblem.safeParse(body).success
}

function unnamed({ status, statusText, url }: Response): Described {
  return { type: 'about:blank', title: statusText, status, detail: statusText, instance: url, code: String(status) }
}
