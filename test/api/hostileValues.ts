/** What a broken or malicious page could send where something else is meant. All of it can cross as JSON. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  [null],
  [[[[[]]]]],
  {},
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  '',
  ' \t\n',
  '\0',
  '张\0三',
  '\u202E文件xlsx.exe',
  '\uD800',
  '𠮷',
  "'; drop table members; --",
  '" or 1=1 --',
  '<img src=x onerror="window.executed = true">',
  '../../../etc/passwd',
  'C:\\Windows\\System32',
  '__proto__',
  'constructor',
  '%s%n%d${7*7}',
  '9999-99-99',
  'x'.repeat(100_000),
]

type Path = readonly (string | number)[]

/** Every place in a value, the whole first. */
export function placesOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [at, ...keys.flatMap((key) => placesOf(Reflect.get(value, key), [...at, key]))]
}

/** A copy with something else in one place. */
export function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  if (typeof value !== 'object' || value === null) return value
  const copy: unknown = Array.isArray(value) ? [...value] : { ...value }
  const inner = withAt(Reflect.get(value, key), rest, put)
  if (typeof copy === 'object' && copy !== null)
    Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true })
  return copy
}
