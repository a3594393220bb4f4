import { onMounted, onScopeDispose } from 'vue'

/** Single keys of a page; silent while something is typed or a modifier is held. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
    const act = keys[event.key]
    if (!act) return
    if (event.key !== 'Escape') event.preventDefault()
    act()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onScopeDispose(() => window.removeEventListener('keydown', press))
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
