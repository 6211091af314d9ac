/** A store in the cache storage of a browser, which a page has where it came by HTTPS or from this machine. */
import type { Store } from './store.js';

const most = 200; // entries

/** Nothing where the page has no such storage. */
export function browserStore(): Store | undefined {
  if (typeof caches === 'undefined' || typeof crypto === 'undefined' || !('subtle' in crypto)) return undefined;
  const address = (key: string): string => `/ribozyme-cache/${key}`;
  return {
    async get(key) {
      const answer = await caches.open('ribozyme').then((cache) => cache.match(address(key))).catch(() => undefined);
      return answer && new Uint8Array(await answer.arrayBuffer());
    },
    async set(key, bytes) {
      try {
        const cache = await caches.open('ribozyme');
        await cache.put(address(key), new Response(Uint8Array.from(bytes)));
        const keys = await cache.keys(); // in the order in which they came
        for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
      } catch {
        // The storage is full, or not allowed: as if it were not kept.
      }
    },
  };
}
