/** Where the spaces of a mainland mobile number stand: 138 1234 5678. */
const isMobile = (phone: string): boolean => /^1\d{10}$/.test(phone);

/** A phone number as people read it; anything but a plain mobile number stays as it was typed. */
export const formatPhone = (phone: string): string =>
  isMobile(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;

/** Where a position of the typed number lies in the formatted one. */
export const formattedPosition = (phone: string, position: number): number =>
  isMobile(phone) ? position + (position > 3 ? 1 : 0) + (position > 7 ? 1 : 0) : position;
