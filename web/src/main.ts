import './shared/styles/theme.css'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './app/App.vue'
import { appMessages } from './app/messages'
import { makeRouter } from './app/router'
import { liveMessages } from './features/live/messages'
import { sessionMessages } from './features/session/messages'
import { sessionQuery } from './features/session/composables/useSession'
import { onSignedOut } from './shared/api/signedOut'
import { makeI18n } from './shared/i18n/i18n'
import { usePreferences } from './shared/preferences/usePreferences'

const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } })
const app = createApp(App)
app.use(createPinia())

const preferences = usePreferences()
const i18n = makeI18n(preferences.language, [appMessages, sessionMessages, liveMessages])
const router = makeRouter(client)

watch(
  () => preferences.language,
  (language) => {
    i18n.global.locale.value = language
    document.documentElement.lang = language
  },
  { immediate: true },
)
watch(
  () => preferences.theme,
  (theme) => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.classList.toggle('dark', theme === 'dark')
  },
  { immediate: true },
)

onSignedOut(() => {
  client.setQueryData(sessionQuery.queryKey, null)
  const next = router.currentRoute.value.fullPath
  if (router.currentRoute.value.name !== 'login') void router.push({ path: '/login', query: { expired: '', next } })
})

app.use(VueQueryPlugin, { queryClient: client }).use(i18n).use(router).mount('#app')
