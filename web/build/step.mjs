/**
 * A step of the Maven build, skipped when nothing it reads has changed since it last succeeded. A stamp holds the digest
 * of the names and contents it read. Usage: node build/step.mjs install|client|check|bundle
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = ['package.json', 'package-lock.json']
const sources = [...manifest, 'index.html', 'tsconfig.json', 'vite.config.ts', 'public', 'src']

const generated = 'src/shared/api/generated'

const steps = {
  install: { reads: manifest, needs: 'node_modules', commands: [['ci', '--loglevel=error']] },
  // its own output is among what it reads: a client that was edited is written anew
  client: { reads: [...manifest, '../docs/openapi.json', 'build/client.mjs', generated], needs: generated, commands: [['run', 'generate']] },
  check: { reads: [...sources, 'test', 'dev', 'build'], commands: [['run', 'lint'], ['run', 'test']] },
  bundle: { reads: sources, needs: 'dist/index.html', commands: [['run', 'build'], ['run', 'sizes']] },
}

const name = process.argv[2] ?? ''
const step = steps[name]
if (!step) {
  console.error(`Invalid step: ${name}. One of: ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}

const stamp = join(root, 'target', 'stamps', name)
if (isDone()) {
  console.log(`web ${name}: up to date`)
} else {
  rmSync(stamp, { force: true })
  step.commands.forEach(runNpm)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digestOf(step.reads))
}

function isDone() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(step.reads) && (!step.needs || existsSync(join(root, step.needs)))
}

function runNpm(args) {
  const { status, error } = spawnSync('npm', ['--no-progress', ...args], { cwd: root, stdio: 'inherit' })
  if (status === 0) return
  console.error(`Failed to run npm ${args.join(' ')} in web/: ${error?.message ?? `exit code ${status}`}`)
  process.exit(status ?? 1)
}

function digestOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.flatMap(filesOf).sort()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesOf(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).flatMap((entry) => filesOf(join(path, entry)))
}
