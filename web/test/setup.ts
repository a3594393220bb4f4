import { afterEach, vi } from 'vitest'
import { cleanup, configure } from '@testing-library/vue'

configure({ asyncUtilTimeout: 10_000 })

class QuietResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

vi.stubGlobal('ResizeObserver', QuietResizeObserver)
if ('window' in globalThis) window.matchMedia = (query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList

afterEach(() => {
  cleanup()
  if ('localStorage' in globalThis) localStorage.clear()
})
