/** The workers of the tests, and the processes they start, by the hundred. */
export function setup(): void {
  const hook = new URL('drizzleModules.ts', import.meta.url).href
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${hook}`.trim()
}
