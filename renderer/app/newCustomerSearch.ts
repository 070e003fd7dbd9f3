/** What the form for a new customer starts with, from what was typed into a search that found nobody. */
export const newCustomerSearchOf = (text: string, next: 'card' | 'visit' = 'card') => {
  const trimmed = text.trim();
  const isPhone = /^\+?[\d\s-]{4,}$/.test(trimmed);
  return { ...(trimmed === '' ? {} : isPhone ? { phone: trimmed } : { name: trimmed }), ...(next === 'visit' ? { next } : {}) };
};
