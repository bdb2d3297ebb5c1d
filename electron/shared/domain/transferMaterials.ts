/** TRF-07: papers that go with a 预备党员 (domain 3.7: the receiving side checks them before entering anybody). */
export const transferMaterials = {
  ZYS: '入党志愿书',
  SQS: '入党申请书',
  ZSCL: '政治审查材料',
  KCB: '入党积极分子和发展对象培养教育考察材料',
  YBKC: '预备党员教育考察表',
  SXHB: '思想汇报',
} as const

export type TransferMaterial = keyof typeof transferMaterials

export function isTransferMaterial(code: string): code is TransferMaterial {
  return Object.hasOwn(transferMaterials, code)
}

export const transferMaterialCodes: readonly TransferMaterial[] =
  Object.keys(transferMaterials).filter(isTransferMaterial)

export function missingMaterials(checked: readonly string[]): readonly TransferMaterial[] {
  return transferMaterialCodes.filter((code) => !checked.includes(code))
}
