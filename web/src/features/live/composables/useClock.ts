import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Milliseconds since the epoch and on the monotonic clock, once a second. */
export function useClock(): { readonly now: Readonly<Ref<number>>; readonly monotonic: Readonly<Ref<number>> } {
  const now = ref(Date.now())
  const monotonic = ref(performance.now())
  const timer = setInterval(() => {
    now.value = Date.now()
    monotonic.value = performance.now()
  }, 1_000)
  onScopeDispose(() => clearInterval(timer))
  return { now: readonly(now), monotonic: readonly(monotonic) }
}
