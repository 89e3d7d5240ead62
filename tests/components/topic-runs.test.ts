import { expect, test } from 'vitest';
import { topicRuns } from '#components/topic-runs.ts';

const topic = (id: string, ...drawn: string[]) => ({ id, drawn });

test('topicRuns() keeps the order, and puts together what follows each other without a picture', () => {
  const runs = topicRuns([
    topic('buys'),
    topic('when', 'channels'),
    topic('returns', 'returnReasons'),
    topic('value'),
    topic('second'),
  ]);
  expect(runs.map(({ isBrief, topics }) => [isBrief, topics.map(({ id }) => id)])).toEqual([
    [true, ['buys']],
    [false, ['when', 'returns']],
    [true, ['value', 'second']],
  ]);
});

test('topicRuns() of no topics are none', () => {
  expect(topicRuns([])).toEqual([]);
});
