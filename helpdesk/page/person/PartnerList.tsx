import { Text } from '@fluentui/react-components';
import type { PersonView } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';
import { Block } from './Block.tsx';
import { Entry } from './Entry.tsx';
import { Quiet } from './Quiet.tsx';

/** The partners that the person acts for; nothing for the many who are nobody's partner. */
export function PartnerList({ partners }: { partners: PersonView['partners'] }) {
  const { t, formats } = useWords();
  if (partners.length === 0) return null;
  return (
    <Block title={t.person.partner} none="" isEmpty={false}>
      {partners.map(({ name, customers }) => (
        <Entry key={name}>
          <Text weight="semibold">
            <bdi>{name}</bdi>
          </Text>
          <Quiet>
            {customers.length > 0 ? t.person.customers({ names: formats.list(customers) }) : t.person.noCustomers}
          </Quiet>
        </Entry>
      ))}
    </Block>
  );
}
