import { entry } from './codeEntry.ts'
import type { CodeEntry } from './codeEntry.ts'

// "流动党员" alone does not say out or in, so it stays unknown.
export const manageClassTable: readonly CodeEntry[] = [
  entry('1', '在职', '在职党员'),
  entry('2', '离退休', '离退休党员', '离退休人员'),
  entry('3', '无职（下岗失业）', '无职', '无职党员', '下岗失业', '下岗失业党员', '下岗', '失业'),
  entry('4', '流出', '流出党员', '流动（流出）'),
  entry('5', '流入', '流入党员', '流动（流入）'),
  entry('6', '两新', '两新党员', '两新组织', '两新组织党员'),
  entry('7', '高龄体弱', '高龄体弱党员', '年老体弱', '年老体弱党员'),
  entry('8', '学生', '学生党员'),
  entry('9', '农村（村改居）', '农村', '村改居', '农村党员'),
]

export const skillTable: readonly CodeEntry[] = [
  entry('1', '医疗', '医护'),
  entry('2', '法律', '法律咨询'),
  entry('3', '维修', '修理'),
  entry('4', '教育'),
  entry('5', '文艺', '文体'),
  entry('6', '理发', '美发'),
  entry('7', '电工', '水电工'),
  entry('8', '心理', '心理咨询'),
  entry('9', '其他'),
]
