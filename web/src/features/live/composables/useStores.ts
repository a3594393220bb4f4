import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { get } from '@/shared/api/http'
import type { Store } from '@/shared/api/types'

/** The stores by code, for their names and time zones; empty until they are loaded. */
export function useStores(): ComputedRef<ReadonlyMap<string, Store>> {
  const query = useQuery({ queryKey: ['stores'], queryFn: () => get<Store[]>('/stores'), staleTime: 60_000, refetchInterval: 300_000 })
  return computed(() => new Map(query.data.value?.map((store) => [store.code, store])))
}
