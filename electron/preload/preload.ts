import { contextBridge, ipcRenderer } from 'electron';

/** The whole bridge: one way to ask, one way to be told. Everything is checked on the other side. */
const bridge = {
  /** Calls an operation of the contract; the answer is an envelope, never an exception of the operation. */
  call(name: string, input: unknown): Promise<unknown> {
    return ipcRenderer.invoke('call', name, input);
  },
  /** Listens to the events of the contract; returns the function that stops listening. */
  on(event: 'event', listener: (payload: unknown) => void): () => void {
    if (event !== 'event') throw new TypeError('unknown event');
    const forward = (_event: unknown, payload: unknown) => {
      listener(payload);
    };
    ipcRenderer.on('event', forward);
    return () => {
      ipcRenderer.off('event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('regulars', bridge);
