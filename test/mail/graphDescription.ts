import { existsSync, readFileSync } from 'node:fs';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const file = new URL('../../../shared/graph/mail.openapi.yaml', import.meta.url);

/** A request to Graph as it went over the wire, the path without the version. */
export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/**
 * What Graph takes and the description leaves out (Graph, "message: delta"): which changes are asked for, and the tokens
 * of the links to go on with.
 */
const undescribed: Record<string, RegExp> = {
  changeType: /^(created|updated|deleted)$/,
  $skiptoken: /./,
  $deltatoken: /./,
};

/** @returns what is wrong with a request by the description; nothing: []. */
export type RequestCheck = (request: SeenRequest) => string[];

type Json = Record<string, unknown>;
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Json;
}

/**
 * @returns the check of requests against Microsoft's description of Graph v1.0, or undefined where the description is
 * not at hand (said once on stderr).
 */
export function graphDescription(): RequestCheck | undefined {
  if (!existsSync(file)) {
    console.error('Requests to Graph are not checked: ../shared/graph/mail.openapi.yaml is not there.');
    return undefined;
  }
  const description = parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { parameters?: Json[]; requestBody?: Json }>>;
    components: Record<string, Record<string, Json>>;
  };
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2019) => void)(ajv);
  ajv.addFormat('base64url', /^[\w-]*={0,2}$/);
  ajv.addSchema({ $id: 'graph', components: asJsonSchema(description.components, false) as Json });

  const resolve = (value: Json): Json => {
    const ref = value.$ref as string | undefined;
    if (ref === undefined) return value;
    return ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Json)[key], description) as Json;
  };
  const validators = new Map<string, ValidateFunction>();
  const validate = (key: string, schema: unknown, value: unknown): string[] => {
    let validator = validators.get(key);
    if (validator === undefined) {
      validator = ajv.compile(asJsonSchema(schema, true) as Json);
      validators.set(key, validator);
    }
    if (validator(value)) return [];
    return (validator.errors ?? []).map(
      ({ instancePath, message, params }) => `${key}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };

  const routes = Object.entries(description.paths).map(([path, operations]) => ({
    path,
    operations,
    pattern: new RegExp(`^${path.replace(/[$()]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    // Fixed paths win over those with parameters.
    places: (path.match(/\{/g) ?? []).length,
  }));
  routes.sort((a, b) => a.places - b.places);

  return (request) => {
    // Graph's own links write functions without parentheses.
    const path = request.path.replace(/\/delta$/, '/delta()');
    const route = routes.find(({ pattern }) => pattern.test(path));
    const operation = route?.operations[request.method.toLowerCase()];
    if (route === undefined || operation === undefined) return [`${request.method} ${request.path} is not described`];
    const name = `${request.method} ${route.path}`;
    const problems: string[] = [];

    const parameters = (operation.parameters ?? []).map(resolve) as unknown as Parameter[];
    for (const [key, text] of request.query) {
      const parameter = parameters.find((each) => each.in === 'query' && each.name === key);
      if (parameter === undefined && route.path.endsWith('/delta()') && undescribed[key]?.test(text)) continue;
      if (parameter === undefined) problems.push(`${name} has no parameter ${key}`);
      else problems.push(...validate(`${name} ${key}`, parameter.schema, asValue(text, parameter.schema)));
    }

    const body = operation.requestBody && resolve(operation.requestBody);
    const schema = (body?.content as Record<string, { schema: Json }> | undefined)?.['application/json']?.schema;
    if (schema === undefined) {
      if (request.body !== '') problems.push(`${name} takes no body`);
    } else if (request.body === '') problems.push(`${name} wants a body`);
    else if (!/^application\/json\b/.test(String(request.headers['content-type']))) {
      problems.push(`${name} wants JSON, not ${request.headers['content-type']}`);
    } else {
      const actionSchema = (operation as Json)['x-ms-docs-operation-type'] === 'action' ? lowerCase(schema) : schema;
      problems.push(...validate(`${name} body`, actionSchema, JSON.parse(request.body)));
    }
    return problems;
  };
}

/** The parameters of actions are capitalised in the description, and lower case on the wire. */
function lowerCase(schema: Json): Json {
  const properties = Object.entries((schema.properties ?? {}) as Json);
  return {
    ...schema,
    properties: Object.fromEntries(
      properties.map(([name, each]) => [name.charAt(0).toLowerCase() + name.slice(1), each]),
    ),
  };
}

/**
 * OpenAPI 3.0 as JSON Schema 2019-09: `nullable` becomes a type, and wherever a schema is used (not merely extended by
 * allOf) nothing may stand in the value that it does not name.
 */
function asJsonSchema(value: unknown, used: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => asJsonSchema(item, true));
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...schema } = value as Json;
  const result: Json = {};
  for (const [key, item] of Object.entries(schema)) {
    if (key === 'allOf') result[key] = (item as unknown[]).map((each) => asJsonSchema(each, false));
    else if (key === 'enum' && nullable === true) result[key] = [...(item as unknown[]), null];
    else if (key === 'type' && nullable === true) result[key] = [item, 'null'];
    else if (key === '$ref') result[key] = `graph${item as string}`;
    else if (key === 'properties') {
      result[key] = Object.fromEntries(
        Object.entries(item as Json).map(([name, each]) => [name, asJsonSchema(each, true)]),
      );
    } else if (key === 'items') result[key] = asJsonSchema(item, true);
    else result[key] = asJsonSchema(item, false);
  }
  if (!used) return result;
  if (typeof result.$ref === 'string') return { allOf: [{ $ref: result.$ref }], unevaluatedProperties: false };
  if (result.properties !== undefined || result.allOf !== undefined) result.unevaluatedProperties = false;
  return result;
}

function asValue(text: string, schema: Json): unknown {
  if (schema.type === 'array') return text.split(',').map((item) => item.trim());
  if (schema.type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
