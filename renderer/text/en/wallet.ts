import type { Translated } from '../translated.ts';
import type { wallet as zhCN } from '../zh-CN/wallet.ts';

export const wallet: Translated<typeof zhCN> = {
  pin: {
    name: 'Spending PIN',
    title: 'Spending PIN of {{name}}',
    none: 'None yet. The customer types it; nobody in the shop can see it.',
    since: 'There is one, last changed',
    current: 'PIN as it is now',
    forgotten: 'Leave it empty when it was forgotten; who changed it is written down.',
    forgottenAsk: 'When it was forgotten, ask a manager to change it.',
    new: 'New PIN',
    about: '4 to 6 digits, no birthday',
    again: 'Once more',
    remove: 'Take the PIN off',
    done: {
      set: '{{name}} has a spending PIN',
      changed: 'Changed the spending PIN of {{name}}',
      removed: 'Took the spending PIN of {{name}} off',
    },
  },
  proof: {
    title: '{{name}}, please confirm',
    text: 'Stored value, points and card uses worth {{amount}} are spent; the customer confirms it.',
    how: 'How it is confirmed',
    ways: { pin: 'Spending PIN', signature: 'Signature', waived: 'Let it pass' },
    padHint: 'With a finger, pen or mouse',
    noPin: 'There is no spending PIN yet. The customer sets one now and uses it from then on.',
    reason: 'Why it is not confirmed',
    waivedText: 'Is kept with this visit and in the audit log',
    goOn: 'Confirm and save',
    kept: 'Confirmed by the customer',
    was: {
      pin: 'Spending {{amount}} was confirmed by PIN',
      signature: 'Spending {{amount}} was confirmed by signature',
      waived: 'Spending {{amount}} was not confirmed: {{reason}}',
    },
    audited: 'Not confirmed by the customer; the shop let it pass',
  },
  settings: {
    title: 'Confirming what is spent',
    proof: 'To spend stored value, points or card uses, a customer',
    proofs: {
      off: 'confirms nothing',
      pin: 'types a spending PIN',
      signature: 'signs',
      either: 'types a spending PIN or signs',
    },
    proofFrom: 'From this amount at once on',
    proofAbout: 'After 5 wrong PINs there is a wait. Without the customer a manager can let it pass and says why.',
  },
};
