/** The nonce by which the CSP lets Mantine's own style tags in; main and the bundler put it into the page's head. */
export const styleNonce = (): string => {
  const named = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  // Browsers hide a nonce attribute from scripts and keep it in the property.
  return named ?? document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
};
