import type { TFunction } from 'i18next';

export const scopeChoices = ['everything', 'category', 'product'] as const;

/** The fields of a form that say what a rule is about. */
export interface ScopeValues {
  about: (typeof scopeChoices)[number];
  category: string;
  productId: string | null;
}

interface Scope {
  readonly productId: string | null;
  readonly category: string | null;
}

export const scopeValuesOf = (scope: Scope | null): ScopeValues => ({
  about: scope?.productId != null ? 'product' : scope?.category != null ? 'category' : 'everything',
  category: scope?.category ?? '',
  productId: scope?.productId ?? null,
});

/** What is wrong with each field; null is right. */
export const scopeErrors = (t: TFunction) => ({
  category: (category: string, { about }: ScopeValues) =>
    about === 'category' && category.trim() === '' ? t('errors.issue.required') : null,
  productId: (productId: string | null, { about }: ScopeValues) =>
    about === 'product' && productId === null ? t('errors.issue.required') : null,
});

/** The fields as operations want them. */
export const scopeOf = ({ about, category, productId }: ScopeValues): Scope => ({
  productId: about === 'product' ? productId : null,
  category: about === 'category' ? category.trim() : null,
});
