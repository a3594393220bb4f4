import { readonly, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { LiveSnapshot } from '@/shared/api/generated'
import { zLiveSnapshot } from '@/shared/api/generated/zod.gen'

export type FeedState = 'connecting' | 'open' | 'lost'

/** The part of EventSource the feed needs. */
export interface EventStream {
  onopen: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void
  close(): void
}

/** The feed's dependencies on the browser; tests pass their own. */
export interface FeedRuntime {
  connect(): EventStream
  /** Runs at the next frame; a frame renders the newest snapshot only. */
  nextFrame(render: () => void): void
  /** Runs later; the returned function cancels. */
  later(run: () => void, milliseconds: number): () => void
  /** Monotonic milliseconds. */
  now(): number
  /** Told of each loss, to see whether the session still stands. */
  lost(): void
}

export interface LiveFeed {
  readonly snapshot: Readonly<ShallowRef<LiveSnapshot | null>>
  readonly state: Readonly<Ref<FeedState>>
  /** {@link FeedRuntime.now} when the shown snapshot arrived. */
  readonly receivedAt: Readonly<Ref<number>>
  close(): void
}

const FIRST_RETRY = 1_000
const LAST_RETRY = 10_000

/**
 * Keeps the newest snapshot that the shop pushed. Snapshots that arrive within a frame replace each other, so the cost of
 * rendering does not grow with the rate of pushes. A broken connection is opened again, with pauses of one to ten seconds;
 * the shop answers every connection with a whole snapshot.
 */
export function openLiveFeed(runtime: FeedRuntime): LiveFeed {
  const snapshot = shallowRef<LiveSnapshot | null>(null)
  const state = ref<FeedState>('connecting')
  const receivedAt = ref(0)
  let stream: EventStream | null = null
  let newest: { text: string; at: number } | null = null
  let pause = FIRST_RETRY
  let cancelRetry = () => {}
  let closed = false

  function render(): void {
    if (closed || !newest) return
    const { text, at } = newest
    newest = null
    const parsed = parse(text)
    if (!parsed) return
    snapshot.value = parsed
    receivedAt.value = at
  }

  function receive(text: string): void {
    const scheduled = newest !== null
    newest = { text, at: runtime.now() }
    if (!scheduled) runtime.nextFrame(render)
  }

  function open(): void {
    const current = runtime.connect()
    stream = current
    current.onopen = () => {
      if (stream !== current) return
      state.value = 'open'
      pause = FIRST_RETRY
    }
    current.onerror = () => {
      if (stream === current) retry(current)
    }
    current.addEventListener('live', (event) => {
      if (stream === current) receive(event.data)
    })
  }

  function retry(broken: EventStream): void {
    broken.close()
    stream = null
    state.value = 'lost'
    runtime.lost()
    cancelRetry = runtime.later(open, pause)
    pause = Math.min(pause * 2, LAST_RETRY)
  }

  function close(): void {
    closed = true
    cancelRetry()
    stream?.close()
    stream = null
  }

  open()
  return { snapshot, state: readonly(state), receivedAt: readonly(receivedAt), close }
}

function parse(text: string): LiveSnapshot | null {
  try {
    return zLiveSnapshot.parse(JSON.parse(text))
  } catch (cause) {
    console.error('Invalid live snapshot', cause)
    return null
  }
}
