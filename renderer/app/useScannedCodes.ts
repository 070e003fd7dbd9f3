import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isDialogOpen } from '../components/dialogs.ts';
import { call } from '../ipc/client.ts';
import { isTextField } from './keys.ts';
import { searchBoxId } from './searchFocus.ts';
import { codeOf, continued, isCodeKey, isForeignTo, LONGEST_GAP_MILLISECONDS, type ScannedKey } from './scanBurst.ts';

/** Fields that take a scanned code themselves (a barcode, a card number, the search box) say so with this attribute. */
const TAKES_CODES = '[data-takes-codes]';

const takesCodes = (target: EventTarget | null): boolean =>
  target instanceof Element && (target.closest(TAKES_CODES) !== null || target instanceof HTMLSelectElement);

/** Keys played back must not be held a second time. */
const played = new WeakSet<Event>();

const play = ({ type, key, code, shiftKey, target }: HeldKey): void => {
  const event = new KeyboardEvent(type, { key, code, shiftKey, bubbles: true, cancelable: true, composed: true });
  played.add(event);
  (target.isConnected ? target : document.body).dispatchEvent(event);
};

interface HeldKey {
  readonly type: 'keydown';
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly target: Element;
}

const writeBack = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Before every listener of a page, whichever is shown first: a held key must not have been acted on already. */
let handler: ((event: KeyboardEvent) => void) | null = null;
window.addEventListener(
  'keydown',
  (event) => {
    handler?.(event);
  },
  { capture: true },
);

/** Into the search box, as if typed there: it offers the people who share a number, or a new card with it filled in (X41). */
const searchFor = (text: string): void => {
  const box = document.getElementById(searchBoxId);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  writeBack(box, text);
};

/**
 * Opens the card of whoever's code a scanner or a caller-ID box types, whatever has the focus. In a text field the code is taken out
 * again, with a word about it where it is nobody's: what a device types neither stays in a note unseen nor saves a form that is half
 * done. A word or a day stays, and Enter does what it would have done. Outside text fields a phone
 * that is nobody's or several people's goes into the search box, and nothing that was begun on the page is lost. Where plain keys are commands
 * they are held for a blink until it is clear that a person pressed them, so that a code never acts as a row of commands.
 */
export const useScannedCodes = (): void => {
  const router = useRouter();
  const { t } = useTranslation();
  useEffect(() => {
    let burst: readonly ScannedKey[] = [];
    let held: HeldKey[] = [];
    let timer: number | undefined;
    /** The field and what stood in it before the burst. */
    let field: { readonly element: HTMLInputElement | HTMLTextAreaElement; readonly before: string } | null = null;

    const release = (): void => {
      window.clearTimeout(timer);
      const keys = held;
      held = [];
      // One after the other: a command may open a field, and what was pressed after it belongs in there.
      keys.forEach((key, index) => {
        if (index === 0) play(key);
        else
          window.setTimeout(() => {
            if (!isTextField(document.activeElement) || !document.execCommand('insertText', false, key.key)) play(key);
          });
      });
    };
    const open = async (code: string, otherwise: (isPhone: boolean) => void): Promise<void> => {
      const { customerId, isPhone, refusedCard } = await call('customers.findByCode', { code });
      if (refusedCard !== null) {
        if (field !== null) writeBack(field.element, field.before);
        notifications.show({
          color: 'red',
          message: t(`wallet.cards.refused.${refusedCard.state}`, { date: refusedCard.since ?? '' }),
          autoClose: 20_000,
        });
      } else if (customerId === null) otherwise(isPhone);
      else {
        if (field !== null) writeBack(field.element, field.before);
        await router.navigate({ to: '/customers/$customerId', params: { customerId } });
      }
    };
    const enterIn = (element: HTMLElement): void => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true });
      played.add(event);
      if (element.dispatchEvent(event) && element instanceof HTMLInputElement) element.form?.requestSubmit();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (played.has(event)) return;
      const { target } = event;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat;
      if (event.key === 'Shift') return;
      if (!isPlain || !(target instanceof HTMLElement) || takesCodes(target) || isDialogOpen()) {
        burst = [];
        release();
        return;
      }
      if (event.key === 'Enter') {
        const code = codeOf(burst, event.timeStamp);
        burst = [];
        if (code === null) {
          release();
          return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        window.clearTimeout(timer);
        held = [];
        const element = isTextField(target) ? target : null;
        if (element === null) field = null;
        void open(code, (isPhone) => {
          if (element !== null && field !== null && isForeignTo(code)) {
            writeBack(field.element, field.before);
            notifications.show({ color: 'amber', message: t('app.search.codeInField', { code }) });
          } else if (element !== null) enterIn(element);
          else if (isPhone) searchFor(code);
          else notifications.show({ color: 'amber', message: t('app.search.unknownCode', { code }) });
        }).catch(() => undefined);
        return;
      }
      if (!isCodeKey(event.key)) {
        burst = [];
        release();
        return;
      }
      const next = continued(burst, { key: event.key, at: event.timeStamp });
      const isFirst = next.length === 1;
      burst = next;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        if (isFirst) field = isTextField(target) ? { element: target, before: target.value } : null;
        if (isTextField(target)) return;
      } else if (target.isContentEditable) return;
      if (isFirst) release();
      // Figures are commands (what came of a call); letters act at once, or open a field for what follows.
      if (!/^\d$/.test(event.key)) return;
      held.push({ type: 'keydown', key: event.key, code: event.code, shiftKey: event.shiftKey, target });
      event.preventDefault();
      event.stopImmediatePropagation();
      window.clearTimeout(timer);
      timer = window.setTimeout(release, LONGEST_GAP_MILLISECONDS);
    };
    handler = onKeyDown;
    return () => {
      window.clearTimeout(timer);
      if (handler === onKeyDown) handler = null;
    };
  }, [router, t]);
};
