import type { FeatureMessages } from '@/shared/i18n/i18n'
import { liveEnglish } from './en'
import { liveChinese } from './zh-CN'

export const liveMessages: FeatureMessages = { en: liveEnglish, 'zh-CN': liveChinese }
