/** The style nonce of this document; antd and AG Grid put it on the styles they add. */
export function documentNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
