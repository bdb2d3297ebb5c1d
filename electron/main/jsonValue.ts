const maxDepth = 32

/** The bridge clones more than JSON (Map, Date, BigInt, cycles); the browser shell does not, so neither shell takes it. */
export function isJsonValue(value: unknown, depth = 0): boolean {
  if (depth > maxDepth) return false
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      if (value === null) return true
      if (Array.isArray(value))
        return value.every((item) => item !== undefined && isJsonValue(item, depth + 1))
      return isPlainObject(value) && Object.values(value).every((item) => isJsonValue(item, depth + 1))
    default:
      return false
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
