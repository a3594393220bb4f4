/** Writes src/shared/api/generated from the checked-in description of the shop's API. Usage: node build/client.mjs */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'

const file = (path) => fileURLToPath(new URL(path, import.meta.url))

/** JSON numbers are doubles in a browser, whatever their width in the shop: zod refuses integers above 2⁵³. */
const withoutWidths = (key, value) => (key === 'format' && /^int\d+$/.test(value) ? undefined : value)

await createClient({
  input: JSON.parse(readFileSync(file('../../docs/openapi.json'), 'utf8'), withoutWidths),
  output: file('../src/shared/api/generated'),
  logs: { level: 'warn' },
  plugins: [
    '@hey-api/typescript',
    { name: 'zod', compatibilityVersion: 'mini', requests: false },
    { name: '@hey-api/client-fetch', runtimeConfigPath: '../client', throwOnError: true },
    { name: '@hey-api/sdk', validator: { response: 'zod' }, auth: false, responseStyle: 'data' },
    { name: '@tanstack/vue-query', infiniteQueryOptions: false, mutationOptions: false },
  ],
})
