/** The number a rule has in the rule book, such as ORG-03; null for a code that only the program knows. */
export function ruleId(code: string): string | null {
  return /^[A-Z]{3,4}-\d+$/.test(code) ? code : null
}
