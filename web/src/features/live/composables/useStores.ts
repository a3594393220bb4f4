import { useQuery } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import type { StoreView } from '@/shared/api/generated'
import { storeAllOptions } from '@/shared/api/generated/@tanstack/vue-query.gen'

/** The stores by code, for their names and time zones; empty until they are loaded. */
export function useStores(): ComputedRef<ReadonlyMap<string, StoreView>> {
  const query = useQuery({ ...storeAllOptions(), staleTime: 60_000, refetchInterval: 300_000 })
  return computed(() => new Map(query.data.value?.map((store) => [store.code, store])))
}
