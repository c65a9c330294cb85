import './page.css';
import { createRoot } from 'react-dom/client';
import { signInWith } from './api/signInByTeams.ts';
import { App } from './app/App.tsx';
import { framedTeams } from './theme/framedTeams.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no place for the page');

// Teams waits for a sign of life, and tells theme and language; elsewhere there is nothing to wait for.
const teams = await framedTeams();
signInWith(teams);
createRoot(root).render(<App teams={teams} />);
