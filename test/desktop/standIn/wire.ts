/** What the structured clone carries and JSON does not, as tagged JSON. Both functions also run inside pages, so they stand alone. */
export function encodeClone(value: unknown): unknown {
  const each = (items: Iterable<unknown>): unknown[] => Array.from(items, (item) => encodeClone(item))
  if (value === undefined) return ['undefined']
  if (typeof value === 'bigint') return ['bigint', String(value)]
  if (typeof value === 'number' && !Number.isFinite(value)) return ['number', String(value)]
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new Error('An object could not be cloned.')
  if (typeof value !== 'object' || value === null) return ['json', value]
  if (Array.isArray(value)) return ['array', each(value)]
  if (value instanceof Map) return ['map', each(value)]
  if (value instanceof Set) return ['set', each(value)]
  if (value instanceof Date) return ['date', value.getTime()]
  return ['object', each(Object.entries(value))]
}

export function decodeClone(encoded: unknown): unknown {
  if (!Array.isArray(encoded)) throw new Error('not encoded')
  const tag: unknown = encoded[0]
  const body: unknown = encoded[1]
  const items = (): unknown[] => (Array.isArray(body) ? body.map((item) => decodeClone(item)) : [])
  const pairs = (): [unknown, unknown][] =>
    items().map((pair) => (Array.isArray(pair) ? [pair[0], pair[1]] : ['', '']))
  switch (tag) {
    case 'undefined':
      return undefined
    case 'bigint':
      return BigInt(String(body))
    case 'number':
      return Number(body)
    case 'array':
      return items()
    case 'map':
      return new Map(pairs())
    case 'set':
      return new Set(items())
    case 'date':
      return new Date(Number(body))
    case 'object':
      return Object.fromEntries(pairs().map(([key, item]) => [String(key), item]))
    default:
      return body
  }
}
