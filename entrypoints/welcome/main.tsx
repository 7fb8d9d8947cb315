import { render } from 'preact';
import '../../components/card.css';
import '../../components/options/options.css';
import { followTheme } from '../options/follow-theme.ts';
import { Welcome } from './Welcome.tsx';

followTheme();
const app = document.querySelector('#app');
if (app !== null) render(<Welcome />, app);
