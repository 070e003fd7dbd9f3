import type { LineField } from './lines.ts';

/** The id of the entry field below the lines. */
export const entryId = 'visit-entry';

/** The id of the whole visit's discount. */
export const discountId = 'visit-discount';

/** The id of the field that says what points pay. */
export const pointsPaidId = 'visit-points';

/** The id of the field that says what stored value pays. */
export const storedPaidId = 'visit-stored';
/** The id of the field for a coupon's number or a discount code. */
export const couponId = 'visit-coupon';

/** The id of the field that says what is put on account. */
export const accountPaidId = 'visit-account';
export const giftCardId = 'visit-gift-card';
/** The amount of the card whose amount cannot be. */
export const cardPaidFaultId = 'visit-card-paid-fault';

/** The id of one field of one line, so that a key can move the cursor there. */
export const cellId = (key: string, field: LineField): string => `visit-${key}-${field}`;

/** A busy machine may draw the new line some frames later than the key that made it. */
const MOST_FRAMES = 60;

/** Puts the cursor into a field of the form as soon as it is drawn, and selects what is there. */
export const focusField = (id: string, framesLeft = MOST_FRAMES): void => {
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
    } else if (framesLeft > 0) focusField(id, framesLeft - 1);
  });
};
