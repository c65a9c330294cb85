import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useMedia } from '../parts/useMedia.ts';
import type { Teams } from './framedTeams.ts';

/** @returns Fluent's theme: the one that Teams has at this moment, elsewhere light or dark as the system has it. */
export function useTheme(teams: Teams | undefined): Theme {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [inTeams, setInTeams] = useState(teams?.theme);
  useEffect(() => teams?.onTheme(setInTeams), [teams]);

  if (inTeams === undefined) return dark ? webDarkTheme : webLightTheme;
  if (inTeams === 'contrast') return teamsHighContrastTheme;
  return inTeams === 'dark' ? teamsDarkTheme : teamsLightTheme;
}
