import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), 'utf8')
const versions = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(read('package.json')))

interface Row {
  readonly names: readonly string[]
  readonly version: string
  readonly licence: string
}

/** The table of README "Dependencies". */
function listed(): readonly Row[] {
  const section = read('README.md').split('## Dependencies')[1]?.split('\n## ')[0] ?? ''
  return section.split('\n').flatMap((line) => {
    const [, names = '', version = '', licence = ''] = line.split('|').map((cell) => cell.trim())
    if (!names.startsWith('`')) return []
    const outside = names.replaceAll(/\(.*?\)/g, '')
    return [
      { names: [...outside.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []), version, licence },
    ]
  })
}

/** Bundled into the page by the build, or the shell itself: shipped, though not under `dependencies`. */
const bundled = Object.keys(manifest.devDependencies).filter((name) =>
  /^(react|react-dom|react-router|react-hook-form|antd|ag-grid-.*|electron|pdfjs-dist|echarts|@tanstack\/.*|@hookform\/.*)$/.test(
    name,
  ),
)

describe('README lists what is shipped', () => {
  it('every production dependency, and no other', () => {
    const shipped = [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.optionalDependencies),
      ...bundled,
    ]
    expect(
      listed()
        .flatMap(({ names }) => names)
        .toSorted(),
    ).toEqual(shipped.toSorted())
  })

  it.each(listed().flatMap((row) => row.names.map((name) => ({ ...row, name }))))(
    '$name at the version and licence installed',
    ({ name, version, licence }) => {
      const installed = z
        .object({ version: z.string(), license: z.string() })
        .parse(JSON.parse(read(`node_modules/${name}/package.json`)))
      expect({ version, licence }).toEqual({ version: installed.version, licence: installed.license })
      const pinned = {
        ...manifest.devDependencies,
        ...manifest.dependencies,
        ...manifest.optionalDependencies,
      }
      expect(pinned[name]).toMatch(new RegExp(`(^|@)${version.replaceAll('.', '[.]')}$`))
    },
  )
})
