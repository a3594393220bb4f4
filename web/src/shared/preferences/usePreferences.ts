import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type Theme = 'dark' | 'light'

const LANGUAGE_KEY = 'storehouse.language'
const THEME_KEY = 'storehouse.theme'

/** What this browser prefers; an address such as ?lang=en&theme=light overrides and is remembered. */
export const usePreferences = defineStore('preferences', () => {
  const language = ref<Language>(asLanguage(localStorage.getItem(LANGUAGE_KEY)) ?? browserLanguage())
  const theme = ref<Theme>(asTheme(localStorage.getItem(THEME_KEY)) ?? browserTheme())
  /** The page fills the screen and shows figures only. */
  const kiosk = ref(false)

  watch(language, (chosen) => localStorage.setItem(LANGUAGE_KEY, chosen))
  watch(theme, (chosen) => localStorage.setItem(THEME_KEY, chosen))

  function adopt(query: Record<string, unknown>): void {
    language.value = asLanguage(query['lang']) ?? language.value
    theme.value = asTheme(query['theme']) ?? theme.value
    if ('kiosk' in query) kiosk.value = query['kiosk'] !== '0'
  }

  return { language, theme, kiosk, adopt }
})

function asLanguage(value: unknown): Language | null {
  return LANGUAGES.find((language) => language === value) ?? null
}

function asTheme(value: unknown): Theme | null {
  return value === 'dark' || value === 'light' ? value : null
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function browserTheme(): Theme {
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}
