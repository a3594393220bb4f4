import { onScopeDispose } from 'vue'
import { sessionCurrent, type LiveEventsData } from '@/shared/api/generated'
import { reportSignedOut } from '@/shared/api/signedOut'
import { openLiveFeed, type LiveFeed } from './liveFeed'

const EVENTS: LiveEventsData['url'] = '/api/v1/live/events'

/** The live feed of the page that calls it; closed with it. */
export function useLiveFeed(): LiveFeed {
  const feed = openLiveFeed({
    connect: () => new EventSource(EVENTS),
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
  sessionCurrent().catch(reportSignedOut)
}
