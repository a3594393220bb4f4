import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { get } from '@/shared/api/http'
import type { MetricDefinition } from '@/shared/api/types'

/** The definition (口径) of a metric in the page's language, null while unknown. */
export function useMetrics(): ComputedRef<(code: string) => string | null> {
  const { locale } = useI18n()
  const query = useQuery({ queryKey: ['metrics'], queryFn: () => get<MetricDefinition[]>('/metrics'), staleTime: Infinity })
  return computed(() => (code) => {
    const metric = query.data.value?.find((candidate) => candidate.code === code)
    if (!metric) return null
    return locale.value === 'en' ? metric.definition.en : metric.definition.zh
  })
}
