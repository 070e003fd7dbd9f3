import type { ChildProcess } from 'node:child_process';

const alive = new Set<ChildProcess>();
let isListening = false;

/** Remembers a program that we started, so that none outlives us when we are told to stop. */
export function track<Child extends ChildProcess>(child: Child): Child {
  alive.add(child);
  child.on('exit', () => alive.delete(child));
  if (!isListening) listen();
  return child;
}

function listen(): void {
  isListening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of alive) child.kill(signal);
      process.exit(1);
    });
  }
}
