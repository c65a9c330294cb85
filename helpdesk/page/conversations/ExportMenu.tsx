import { Button, Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { ConversationFilter } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { useWords } from '../words/WordsContext.ts';

/** Downloads everything that fits the filter. */
export function ExportMenu({ filter }: { filter: ConversationFilter }) {
  const { t } = useWords();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t.list.export} relationship="label">
          <Button appearance="subtle" icon={<ArrowDownloadRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemLink href={`/helpdesk/api/export/conversations.csv${queryString(filter)}`} download>
            {t.list.exportCsv}
          </MenuItemLink>
          <MenuItemLink href={`/helpdesk/api/export/conversations.json${queryString(filter)}`} download>
            {t.list.exportJson}
          </MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
