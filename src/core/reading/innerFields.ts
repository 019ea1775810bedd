// An object of a store or a collector → the objects in it in which the fields of a log line may stand.

import { asFields } from './fields';
import type { Fields } from './fields';

/** The likeliest first. */
export function innerFields(fields: Fields): readonly Fields[] {
  const { message, result, attributes, body } = fields;
  const found = asFields(fields['fields']);
  const inner = [
    // Graylog, Splunk, Datadog
    asFields(message), asFields(result), asFields(attributes),
    // what Kibana asks for has a list for each
    found && onlyValues(found),
    bodyOf(asFields(body), fields),
  ];
  return inner.filter((one) => one !== undefined);
}

/** A list of one is what stands in it. */
function onlyValues(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]): [string, unknown] =>
    [name, Array.isArray(value) && value.length === 1 ? value[0] : value]));
}

/** A record of OpenTelemetry. */
function bodyOf(body: Fields | undefined, { timeUnixNano: ts }: Fields): Fields | undefined {
  return typeof body?.['stringValue'] === 'string' ? { ts, body: body['stringValue'] } : undefined;
}
