import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** `npm run bench [-- --json] [--sizes 1000,10000]`: each size in a process of its own, so that memory peaks are its own. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,10000,100000' },
  },
})

type Figures = Readonly<Record<string, number>>

const worker = fileURLToPath(new URL('./measure.ts', import.meta.url))
const results = values.sizes.split(',').map((size): readonly [string, Figures] => {
  const out = execFileSync(process.execPath, ['--expose-gc', worker, size], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const figures: Figures = JSON.parse(out)
  return [size, figures]
})

if (values.json) console.log(JSON.stringify(Object.fromEntries(results), null, 2))
else printTable()

function printTable(): void {
  const names = Object.keys(results[0]?.[1] ?? {})
  const cell = (value: number | undefined) =>
    (value === undefined ? '—' : value.toFixed(value < 10 ? 2 : 0)).padStart(10)
  console.log(
    ['members'.padEnd(34), ...results.map(([size]) => size.padStart(10)), 'last/first'.padStart(12)].join(''),
  )
  for (const name of names) {
    const row = results.map(([, figures]) => figures[name])
    const [first, last] = [row[0], row.at(-1)]
    const ratio =
      first === undefined || last === undefined || first === 0 ? '—' : `×${(last / first).toFixed(1)}`
    console.log([name.padEnd(34), ...row.map(cell), ratio.padStart(12)].join(''))
  }
}
