import type { QueryClient } from '@tanstack/vue-query'
import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { liveRoutes } from '@/features/live/routes'
import { sessionQuery } from '@/features/session/composables/useSession'
import { sessionRoutes } from '@/features/session/routes'
import { usePreferences } from '@/shared/preferences/usePreferences'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown without a session. */
    open?: boolean
  }
}

/** Pages live behind the hash, so that any static server serves them with one document. */
export function makeRouter(client: QueryClient): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', redirect: (to) => ({ path: '/live', query: to.query }) },
      ...liveRoutes,
      ...sessionRoutes,
      { path: '/:path(.*)*', component: () => import('./components/NotFound.vue'), meta: { open: true } },
    ],
  })
  router.beforeEach((to) => usePreferences().adopt({ ...Object.fromEntries(new URLSearchParams(location.search)), ...to.query }))
  router.beforeEach(async (to) => {
    if (to.meta.open) return true
    const signedIn = await client.ensureQueryData(sessionQuery).catch(() => null)
    return signedIn ? true : { path: '/login', query: { next: to.fullPath } }
  })
  return router
}
