/**
 * The content security policy of the page: nothing but its own scripts, styles, fonts and pictures. Mantine writes
 * its theme into <style> elements, which carry the nonce of this response. connect-src 'none': all the page's data
 * comes over the bridge.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Gives the page the nonce of its response: the renderer reads it from this element and hands it to Mantine. The
 * nonce is base64url, so it needs no escaping.
 */
export function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`);
}
