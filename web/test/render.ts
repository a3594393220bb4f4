import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { render } from '@testing-library/vue'
import { createPinia, setActivePinia } from 'pinia'
import { type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { appMessages } from '@/app/messages'
import { liveMessages } from '@/features/live/messages'
import { sessionMessages } from '@/features/session/messages'
import { makeI18n } from '@/shared/i18n/i18n'
import type { Language } from '@/shared/preferences/usePreferences'

/** Renders a component inside the application's plug-ins. */
export async function show(component: Component, language: Language = 'en', props: Record<string, unknown> = {}, path = '/') {
  const pinia = createPinia()
  setActivePinia(pinia)
  const nowhere = { template: '<div></div>' }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:path(.*)*', component: nowhere }] })
  await router.push(path)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const i18n = makeI18n(language, [appMessages, sessionMessages, liveMessages])
  const page = render(component, { props, global: { plugins: [pinia, router, i18n, [VueQueryPlugin, { queryClient: client }]] } })
  return { ...page, router, client }
}
