import { createI18n } from 'vue-i18n'
import type { Language } from '@/shared/preferences/usePreferences'

/** The texts of one feature in one language. */
export interface Messages {
  readonly [key: string]: string | Messages
}

/** What a feature contributes: the same keys in every language. */
export type FeatureMessages = Readonly<Record<Language, Messages>>

type Texts = Record<string, string | Messages>

export function makeI18n(language: Language, features: readonly FeatureMessages[]) {
  const merged = (of: Language): Texts => Object.assign({}, ...features.map((feature) => feature[of])) as Texts
  const messages: Record<string, Texts> = { en: merged('en'), 'zh-CN': merged('zh-CN') }
  return createI18n<false>({ legacy: false, locale: language, fallbackLocale: false, messages })
}
