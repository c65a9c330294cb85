import type { Document } from './document.ts';
import { runPipeline } from './runPipeline.ts';
import { serverError } from './serverError.ts';

const allowed = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

/**
 * An update written as an aggregation pipeline.
 * @throws MongoServerError for a stage that is not allowed in an update
 */
export function pipelineUpdate(pipeline: Document[]): (document: Document) => Document {
  for (const stage of pipeline) {
    const [name] = Object.keys(stage);
    if (!name || !allowed.includes(name)) {
      throw serverError('InvalidOptions', `${name} is not allowed to be used within an update`);
    }
  }
  return (document) => {
    const [result] = runPipeline([document], pipeline, () => []);
    return result as Document;
  };
}
