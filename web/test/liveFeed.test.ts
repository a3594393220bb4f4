import { describe, expect, it } from 'vitest'
import { openLiveFeed, type EventStream, type FeedRuntime } from '@/features/live/composables/liveFeed'
import type { LiveSnapshot } from '@/shared/api/generated'
import { snapshot } from './snapshots'

/** An EventSource whose server is the test. */
class FakeStream implements EventStream {
  onopen: ((event: Event) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  closed = false
  private listener: (event: MessageEvent<string>) => void = () => {}

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    if (type === 'live') this.listener = listener
  }

  close(): void {
    this.closed = true
  }

  open(): void {
    this.onopen?.(new Event('open'))
  }

  fail(): void {
    this.onerror?.(new Event('error'))
  }

  push(data: LiveSnapshot | string): void {
    this.listener(new MessageEvent('live', { data: typeof data === 'string' ? data : JSON.stringify(data) }))
  }
}

function start() {
  const streams: FakeStream[] = []
  const frames: (() => void)[] = []
  const timers: { run: () => void; milliseconds: number; cancelled: boolean }[] = []
  const seen = { losses: 0, now: 1_000 }
  const runtime: FeedRuntime = {
    connect() {
      const stream = new FakeStream()
      streams.push(stream)
      return stream
    },
    nextFrame: (render) => void frames.push(render),
    later(run, milliseconds) {
      const timer = { run, milliseconds, cancelled: false }
      timers.push(timer)
      return () => (timer.cancelled = true)
    },
    now: () => seen.now,
    lost: () => void (seen.losses += 1),
  }
  const feed = openLiveFeed(runtime)
  const stream = () => streams.at(-1)!
  const frame = () => frames.splice(0).forEach((render) => render())
  return { feed, streams, stream, frames, frame, timers, seen }
}

describe('the live feed', () => {
  it('renders the newest of the snapshots that arrive within a frame', () => {
    const { feed, stream, frames, frame } = start()
    for (let orders = 1; orders <= 50; orders++) stream().push(snapshot({ orders }))
    expect(frames).toHaveLength(1)
    expect(feed.snapshot.value).toBeNull()
    frame()
    expect(feed.snapshot.value?.orders).toBe(50)
    stream().push(snapshot({ orders: 51 }))
    frame()
    expect(feed.snapshot.value?.orders).toBe(51)
  })

  it('remembers when the shown snapshot arrived, not when it was drawn', () => {
    const { feed, stream, frame, seen } = start()
    seen.now = 5_000
    stream().push(snapshot())
    seen.now = 9_000
    frame()
    expect(feed.receivedAt.value).toBe(5_000)
  })

  it('says that the connection is lost, keeps the figures and connects again', () => {
    const { feed, streams, stream, frame, timers, seen } = start()
    stream().open()
    stream().push(snapshot({ orders: 7 }))
    frame()
    stream().fail()
    expect(feed.state.value).toBe('lost')
    expect(feed.snapshot.value?.orders).toBe(7)
    expect(streams[0]?.closed).toBe(true)
    expect(seen.losses).toBe(1)

    timers.at(-1)!.run()
    expect(streams).toHaveLength(2)
    stream().open()
    expect(feed.state.value).toBe('open')
    stream().push(snapshot({ orders: 9 }))
    frame()
    expect(feed.snapshot.value?.orders).toBe(9)
  })

  it('waits longer after each failure, ten seconds at most, and starts over once connected', () => {
    const { stream, timers } = start()
    const pauses = () => timers.map((timer) => timer.milliseconds)
    for (let attempt = 0; attempt < 6; attempt++) {
      stream().fail()
      timers.at(-1)!.run()
    }
    expect(pauses()).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
    stream().open()
    stream().fail()
    expect(timers.at(-1)!.milliseconds).toBe(1_000)
  })

  it('ignores what a replaced connection still delivers', () => {
    const { feed, streams, stream, frame, timers } = start()
    stream().fail()
    timers.at(-1)!.run()
    stream().push(snapshot({ orders: 2 }))
    frame()
    streams[0]!.push(snapshot({ orders: 1 }))
    streams[0]!.fail()
    frame()
    expect(feed.snapshot.value?.orders).toBe(2)
    expect(timers).toHaveLength(1)
  })

  it.each([
    ['is cut off', '{"orders":'],
    ['lacks a figure', JSON.stringify({ ...snapshot(), net: undefined })],
    ['has a figure that is no decimal', JSON.stringify(snapshot({ net: 'NaN' }))],
    ['has a count beyond what a browser can count', JSON.stringify(snapshot()).replace('"orders":56', '"orders":9007199254740993')],
    ['has a kind of document that is not known', JSON.stringify(snapshot()).replace('"kind":"sale"', '"kind":"gift"')],
  ])('keeps the last good snapshot when one %s', (_, damaged) => {
    const { feed, stream, frame } = start()
    const complain = console.error
    const complaints: unknown[] = []
    console.error = (...what: unknown[]) => void complaints.push(what)
    stream().push(snapshot({ orders: 3 }))
    frame()
    stream().push(damaged)
    frame()
    console.error = complain
    expect(feed.snapshot.value?.orders).toBe(3)
    expect(complaints).toHaveLength(1)
  })

  it('stops when closed', () => {
    const { feed, stream, frame, timers } = start()
    const first = stream()
    first.push(snapshot())
    feed.close()
    frame()
    expect(first.closed).toBe(true)
    expect(feed.snapshot.value).toBeNull()
    first.fail()
    expect(timers).toHaveLength(0)
  })
})
