/** As Lighthouse simulates a phone: a processor so many times slower than this machine's. */
export const SLOWDOWN = 4;

/** Its slow 4G: 1.6 Mbit/s down, 150 ms there and back. */
export const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 93_750,
};
