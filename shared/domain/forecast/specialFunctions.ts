import { compiled, hyp2f1, lgam, psi } from 'cephes';

// Cephes of Stephen Moshier, compiled to WebAssembly: nothing may call it before it is ready, so this file waits for it. The page must not
// import it: its content policy allows no WebAssembly.
await compiled;

/** ln Γ(x), x above 0. */
export const logGamma = (x: number): number => lgam(x);
/** The derivative of ln Γ at x, x above 0. */
export const digamma = (x: number): number => psi(x);

/** Cephes is lost where c - a - b is whole and above 100, and z above 0.9; a hair beside, it is right to twelve figures. */
const BESIDE = 1e-9;

/** Gauss's hypergeometric function ₂F₁(a, b; c; z), z from 0 to below 1. */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  const found = hyp2f1(a, b, c, z);
  return Number.isNaN(found) ? hyp2f1(a, b, c + BESIDE, z) : found;
};
