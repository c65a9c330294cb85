import type { Document } from './document.ts';
import type { DocumentTable } from './documentTable.ts';
import type { QueryPlan } from './queryPlan.ts';
import { type Query, search } from './search.ts';

/**
 * Runs a search and says how it went, in the form of MongoDB's `explain('executionStats')`: the stages COLLSCAN, IXSCAN
 * under FETCH, OR, SORT, and how many keys and documents were looked at.
 */
export function explainSearch(table: DocumentTable, query: Query): Document {
  const { plan, effort, matches } = search(table, query);
  let returned = 0;
  for (const _ of matches) returned++;
  const found = stage(plan);
  const sorts = query.sort.length > 0 && !(plan.kind === 'index' && plan.sorted);
  return {
    queryPlanner: {
      namespace: table.namespace,
      winningPlan: sorts ? { stage: 'SORT', sortPattern: Object.fromEntries(query.sort), inputStage: found } : found,
      rejectedPlans: [],
    },
    executionStats: {
      executionSuccess: true,
      nReturned: returned,
      totalKeysExamined: effort.keysExamined,
      totalDocsExamined: effort.documentsExamined,
    },
    ok: 1,
  };
}

function stage(plan: QueryPlan): Document {
  switch (plan.kind) {
    case 'collection':
      return { stage: 'COLLSCAN', direction: 'forward' };
    case 'union':
      return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.plans.map(stage) } };
    case 'index':
      return {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: plan.index.name,
          keyPattern: plan.index.key,
          direction: plan.reverse ? 'backward' : 'forward',
        },
      };
  }
}
