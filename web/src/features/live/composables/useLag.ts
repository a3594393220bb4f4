import { useI18n } from 'vue-i18n'

/** Says how long a lag is: "0.4 s", "42 s", "3 min", "2 h". */
export function useLag(): (seconds: number) => string {
  const { t, locale } = useI18n()
  return (seconds) => {
    const lag = Math.max(0, seconds)
    if (lag < 9.95) return t('live.freshness.seconds', { value: decimal(lag, 1) })
    if (lag < 119.5) return t('live.freshness.seconds', { value: decimal(lag, 0) })
    if (lag < 7_200) return t('live.freshness.minutes', { value: decimal(lag / 60, 0) })
    return t('live.freshness.hours', { value: decimal(lag / 3_600, 0) })
  }

  function decimal(value: number, places: number): string {
    return value.toLocaleString(locale.value, { minimumFractionDigits: places, maximumFractionDigits: places })
  }
}
