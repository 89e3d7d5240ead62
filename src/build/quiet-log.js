import nodeLog from 'astro/logger/node';

/** What Astro warns of wherever a collection holds nothing, as that of a shop without learnings or voices does. */
const OF_EMPTINESS =
  /^(?:The collection "\w+" does not exist or is empty|No files found matching |The base directory )/;

/**
 * Astro's own log without its warnings of empty collections: they send a newcomer to look for an error that there is
 * not, and pages say themselves what is still missing. In JavaScript, as Astro asks of a log.
 *
 * @param {Parameters<typeof nodeLog>[0]} config
 * @returns {import('astro').AstroLoggerDestination}
 */
export default function quietLog(config) {
  const log = nodeLog(config);
  return {
    ...log,
    write(event) {
      if (event.level !== 'warn' || !OF_EMPTINESS.test(event.message)) log.write(event);
    },
  };
}
