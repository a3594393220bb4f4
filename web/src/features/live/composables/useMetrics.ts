import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { metricDefinitionsOptions } from '@/shared/api/generated/@tanstack/vue-query.gen'

/** The definition (口径) of a metric in the page's language, null while unknown. */
export function useMetrics(): ComputedRef<(name: string) => string | null> {
  const { locale } = useI18n()
  const query = useQuery({ ...metricDefinitionsOptions(), staleTime: Infinity })
  return computed(() => (name) => {
    const metric = query.data.value?.metrics.find((candidate) => candidate.name === name)
    if (!metric) return null
    const language = locale.value === 'en' ? 'en' : 'zh'
    const stop = language === 'en' ? '; ' : '；'
    return `${metric[language]} = ${metric.formula[language]}${stop}${metric.note[language]}`
  })
}
