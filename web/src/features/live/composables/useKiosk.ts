import { onMounted, onScopeDispose } from 'vue'
import { usePreferences } from '@/shared/preferences/usePreferences'

/** Kiosk mode: full screen where the browser allows it, and the page without its controls anyway. */
export function useKiosk(): { toggleKiosk(): void; leaveKiosk(): void } {
  const preferences = usePreferences()

  function enterKiosk(): void {
    preferences.kiosk = true
    document.documentElement.requestFullscreen?.().catch(() => undefined)
  }

  function leaveKiosk(): void {
    preferences.kiosk = false
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
  }

  /** Escape ends the browser's full screen without a key event. */
  function followBrowser(): void {
    if (!document.fullscreenElement) preferences.kiosk = false
  }

  onMounted(() => document.addEventListener('fullscreenchange', followBrowser))
  onScopeDispose(() => {
    document.removeEventListener('fullscreenchange', followBrowser)
    leaveKiosk()
  })
  return { toggleKiosk: () => (preferences.kiosk ? leaveKiosk() : enterKiosk()), leaveKiosk }
}
