// The two shapes of a check: of each resource type, and of the server as a whole.
import type { Check } from './clause.js';
import { Finding, NotApplicable } from './finding.js';
import type { ResourceType } from './resource-type.js';
import type { Subject } from './subject.js';

/** A check that looks at each resource type by itself. It applies where it applies to one of them. */
export function everyType(look: (type: ResourceType) => Promise<void>): Check {
  return async ({ looked }) => {
    const findings: string[] = [];
    const reasons: string[] = [];
    const lookAt = async (type: ResourceType): Promise<void> => {
      try {
        await look(type);
      } catch (error) {
        if (error instanceof Finding) findings.push(`${type.name}: ${error.message}`);
        else if (error instanceof NotApplicable) reasons.push(`${type.name} ${error.message}`);
        else throw error;
      }
    };
    for (const type of looked) await lookAt(type);
    if (findings.length > 0) throw new Finding(findings.join('\n'));
    if (reasons.length === looked.length) throw new NotApplicable(reasons.join('; ') || 'there is no resource type');
    return reasons;
  };
}

/** A check that looks at the server as a whole. */
export function once(look: (subject: Subject) => Promise<void>): Check {
  return async (subject) => {
    await look(subject);
    return [];
  };
}
