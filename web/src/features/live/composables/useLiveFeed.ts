import { onScopeDispose } from 'vue'
import { get, url } from '@/shared/api/http'
import type { Session } from '@/shared/api/types'
import { reportSignedOut } from '@/shared/api/signedOut'
import { openLiveFeed, type LiveFeed } from './liveFeed'

/** The live feed of the page that calls it; closed with it. */
export function useLiveFeed(): LiveFeed {
  const feed = openLiveFeed({
    connect: () => new EventSource(url('/live/events')),
    nextFrame: (render) => requestAnimationFrame(render),
    later(run, milliseconds) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    now: () => performance.now(),
    lost: checkSession,
  })
  onScopeDispose(feed.close)
  return feed
}

/** EventSource hides the status of a refusal, so the session is asked for. */
function checkSession(): void {
  get<Session>('/session').catch(reportSignedOut)
}
