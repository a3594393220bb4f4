import { fileURLToPath, URL } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Runs the day of a store against a shop that is up; the shop's own tests start one and call this. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  test: {
    environment: 'jsdom',
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    testTimeout: 60_000,
  },
})
