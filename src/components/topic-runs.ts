/** Topics that follow each other and are set alike. */
export interface TopicRun<Topic> {
  /** In words and figures only: short enough to stand beside each other. */
  isBrief: boolean;
  topics: Topic[];
}

/**
 * Topics in runs, in their order: those with a picture take the width of the page, those without stand side by side.
 * @example topicRuns([{ drawn: [] }, { drawn: [] }, { drawn: ['months'] }]).map(({ topics }) => topics.length) // => [2, 1]
 */
export function topicRuns<Topic extends { drawn: readonly unknown[] }>(
  topics: readonly Topic[],
): TopicRun<Topic>[] {
  const runs: TopicRun<Topic>[] = [];
  for (const topic of topics) {
    const isBrief = topic.drawn.length === 0;
    const last = runs.at(-1);
    if (last?.isBrief === isBrief) last.topics.push(topic);
    else runs.push({ isBrief, topics: [topic] });
  }
  return runs;
}
