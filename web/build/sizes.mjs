/** Prints what a first visit to each page loads, gzipped, and fails above the limit. Lazy charts are listed apart. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT_KIB = 250
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'))
const pages = { login: 'src/features/session/pages/LoginPage.vue', live: 'src/features/live/pages/LivePage.vue' }

const kib = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0) / 1024

function collect(entry, files = new Set(['index.html'])) {
  const chunk = manifest[entry]
  if (files.has(chunk.file)) return files
  files.add(chunk.file)
  chunk.css?.forEach((file) => files.add(file))
  chunk.imports?.forEach((imported) => collect(imported, files))
  return files
}

let tooLarge = false
for (const [name, page] of Object.entries(pages)) {
  const files = collect(page, collect('index.html'))
  const size = kib(files)
  tooLarge ||= size > LIMIT_KIB
  console.log(`${name}: ${size.toFixed(1)} KiB gzip in ${files.size} files (limit ${LIMIT_KIB})`)
}
const chart = manifest['src/features/live/components/CurveChart.vue']
console.log(`chart, loaded lazily: ${kib([chart.file]).toFixed(1)} KiB gzip`)
if (tooLarge) process.exit(1)
