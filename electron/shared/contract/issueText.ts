interface Issue {
  readonly code?: string | undefined
  /** What is too small: a text, a number, a list. */
  readonly origin?: unknown
}

/** For the issues a schema has no words of its own for; zod's texts are in English. */
export function issueTextZh(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return '请填写这一项'
    case 'too_small':
      return issue.origin === 'string' ? '请填写这一项' : '数值或内容太小'
    case 'too_big':
      return '数值或内容太大'
    case 'unrecognized_keys':
      return '有不认识的项目'
    case 'invalid_value':
      return '不在可选范围内'
    default:
      return '填写不符合要求'
  }
}
