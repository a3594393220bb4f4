import type { RouteRecordRaw } from 'vue-router'

export const liveRoutes: RouteRecordRaw[] = [
  { path: '/live', name: 'live', component: () => import('./pages/LivePage.vue') },
]
