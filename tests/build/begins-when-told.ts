import { toldToBegin } from '../../src/build/told-to-begin.ts';

console.log('waits');
await toldToBegin();
console.log('begins');
