import type { SSEStreamingApi } from 'hono/streaming';

/** What a page hears while it is open. */
export type PageEvent =
  | { event: 'message'; data: { id: number; from: string; at: string; body: object } }
  | { event: 'gone'; data: { id: number } }
  | { event: 'typing'; data: Record<string, never> }
  | { event: 'toast'; data: { text: string; alert: boolean; key: string } };

interface Listener {
  stream: Pick<SSEStreamingApi, 'writeSSE' | 'write'>;
  end(): void;
  /** Writes that the browser has not taken yet. */
  waiting: number;
}

const mostTabs = 12;
const mostWaiting = 300;

/** The open pages of every chat; all tabs of one browser hear the same. */
export function createStreams() {
  const listeners = new Map<string, Set<Listener>>();

  function leave(chat: string, listener: Listener): void {
    const ofChat = listeners.get(chat);
    ofChat?.delete(listener);
    if (ofChat?.size === 0) listeners.delete(chat);
    listener.end();
  }

  function write(chat: string, listener: Listener, action: Promise<unknown>): void {
    listener.waiting += 1;
    if (listener.waiting > mostWaiting) leave(chat, listener);
    const done = () => void (listener.waiting -= 1);
    action.then(done, done);
  }

  return {
    /** Resolves when the page has gone away, the oldest of too many tabs gave way, or everything ends. */
    listen(chat: string, stream: SSEStreamingApi): Promise<void> {
      return new Promise((resolve) => {
        const listener: Listener = { stream, end: resolve, waiting: 0 };
        const ofChat = listeners.get(chat) ?? new Set();
        listeners.set(chat, ofChat.add(listener));
        const oldest = ofChat.size > mostTabs ? ofChat.values().next().value : undefined;
        if (oldest) leave(chat, oldest);
        stream.onAbort(() => leave(chat, listener));
      });
    },
    /** Tells every open page of the chat; gives how many there are. */
    tell(chat: string, { event, data }: PageEvent): number {
      const ofChat = listeners.get(chat);
      for (const listener of ofChat ?? []) {
        write(chat, listener, listener.stream.writeSSE({ event, data: JSON.stringify(data) }));
      }
      return ofChat?.size ?? 0;
    },
    /** Keeps proxies from closing quiet streams. */
    beat(): void {
      for (const [chat, ofChat] of listeners) {
        for (const listener of ofChat) write(chat, listener, listener.stream.write(': still here\n\n'));
      }
    },
    /** Ends the streams of one chat, or of all. */
    close(chat?: string): void {
      for (const [of, ofChat] of [...listeners]) {
        if (chat === undefined || of === chat) for (const listener of [...ofChat]) leave(of, listener);
      }
    },
  };
}
export type Streams = ReturnType<typeof createStreams>;
