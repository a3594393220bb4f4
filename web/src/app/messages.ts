import type { FeatureMessages } from '@/shared/i18n/i18n'

export const appMessages: FeatureMessages = {
  en: {
    app: {
      name: 'Storehouse',
      bar: 'Page controls',
      language: '切换到中文',
      languageShort: '中文',
      toLight: 'Switch to light colours',
      toDark: 'Switch to dark colours',
      signOut: 'Sign out',
      signedInAs: 'Signed in as {user}',
      skip: 'Skip to the content',
      notFound: 'There is no page at this address.',
      toLive: 'Open the live page',
    },
  },
  'zh-CN': {
    app: {
      name: 'Storehouse 仓廪',
      bar: '页面控制',
      language: 'Switch to English',
      languageShort: 'EN',
      toLight: '切换到浅色',
      toDark: '切换到深色',
      signOut: '退出登录',
      signedInAs: '已登录：{user}',
      skip: '跳到正文',
      notFound: '此地址没有页面。',
      toLive: '打开实时大屏',
    },
  },
}
