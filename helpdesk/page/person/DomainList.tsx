import { Text } from '@fluentui/react-components';
import type { PersonView } from '../../api.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Block } from './Block.tsx';
import { Entry } from './Entry.tsx';
import { Quiet } from './Quiet.tsx';

/** The domains that the person's address is in. */
export function DomainList({ domains }: { domains: PersonView['domains'] }) {
  const { t, formats } = useWords();
  return (
    <Block title={t.person.domains} none={t.person.noDomains} isEmpty={domains.length === 0}>
      {domains.map(({ name, accountName, state, since }) => (
        <Entry key={`${name} ${accountName}`}>
          <Text weight="semibold">
            <bdi>{name}</bdi>
          </Text>
          <Quiet>
            <bdi>{accountName}</bdi>
          </Quiet>
          <Quiet>
            {named(t.person.domainStates, state)}, {t.person.since({ when: formats.date(since) })}
          </Quiet>
        </Entry>
      ))}
    </Block>
  );
}
