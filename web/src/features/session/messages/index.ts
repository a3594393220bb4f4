import type { FeatureMessages } from '@/shared/i18n/i18n'

export const sessionMessages: FeatureMessages = {
  en: {
    session: {
      title: 'Sign in',
      lead: 'From the till to trusted numbers.',
      username: 'User name',
      password: 'Password',
      submit: 'Sign in',
      submitting: 'Signing in …',
      hint: 'The owner account is “owner”. Its password was made when Storehouse first started and printed once; it is kept in:',
      hintPath: '<data directory>/secrets/owner.password',
      required: 'Enter a user name and a password.',
      expired: 'Your session has ended. Sign in again.',
      error: {
        wrong: 'The user name or the password is not right.',
        forbidden: 'The browser did not send the security token. Allow cookies for this page, reload it and sign in again.',
        limited: 'Too many attempts. Wait a minute, then try again.',
        limitedFor: 'Too many attempts. Try again in {seconds} s.',
        unreachable: 'The shop does not answer. Check that it runs with: ./storehouse status',
        other: 'Signing in failed ({status}): {detail}',
      },
    },
  },
  'zh-CN': {
    session: {
      title: '登录',
      lead: '从收银台到可信的数字。',
      username: '用户名',
      password: '密码',
      submit: '登录',
      submitting: '正在登录…',
      hint: '店主账号是 owner，密码在首次启动时生成并显示一次，保存在：',
      hintPath: '<数据目录>/secrets/owner.password',
      required: '请输入用户名和密码。',
      expired: '会话已结束，请重新登录。',
      error: {
        wrong: '用户名或密码不正确。',
        forbidden: '浏览器没有发送安全令牌。请允许本页使用 Cookie，刷新后重新登录。',
        limited: '尝试次数过多，请一分钟后再试。',
        limitedFor: '尝试次数过多，请在 {seconds} 秒后再试。',
        unreachable: '门店服务没有应答，请运行 ./storehouse status 查看状态',
        other: '登录失败（{status}）：{detail}',
      },
    },
  },
}
