import { Problem } from './problem'

type Listener = () => void

const listeners = new Set<Listener>()

/** The application decides what a lost session means; features only report it. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the application when the cause is that nobody is signed in; other failures stay with the caller. */
export function reportSignedOut(cause: unknown): void {
  if (cause instanceof Problem && cause.status === 401) listeners.forEach((listener) => listener())
}
